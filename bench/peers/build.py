"""The peers as they are installed and built, all below one folder of the build."""
import json
import pathlib
import platform
import shutil
import subprocess

import clock
from workload import HERE, translations

READERS = ["-std=c++20", "-O2", str(HERE / "readers.cpp"), "-lsimdjson"]
JSON_SCHEMA_PROGRAMS = {"x86_64": "jsonschema-linux-x86_64", "aarch64": "jsonschema-linux-arm64"}


def is_optimised(build):
    cache = build / "CMakeCache.txt"
    return cache.exists() and "\nCMAKE_BUILD_TYPE:STRING=Release\n" in cache.read_text()


class Build:
    def __init__(self, build):
        self.assay = str(build / "assay")
        if not pathlib.Path(self.assay).exists():
            clock.fail("there is no %s; build it first" % self.assay)
        self.slow_assay = "" if is_optimised(build) else "this build of it is not optimised"
        self.folder = build / "peers"
        self.folder.mkdir(exist_ok=True)
        self.modules = str(self.folder)
        self.no_readers = ""
        self.no_packages = self.install_packages()
        for name, text in translations().items():
            (self.folder / name).write_text(text)

    def written(self, name):
        return str(self.folder / name)

    def install_packages(self):
        """What npm brings, at the versions of package-lock.json; gives why there is nothing."""
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, self.folder / name)
        if not shutil.which("npm") or not shutil.which("node"):
            return "npm and node are not installed"
        # All are optional, so that one that is gone does not stop the rest; `npm ci` would stop where the lock file
        # misses the binary of another platform. No package needs a script of its own to run.
        done = subprocess.run(["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=self.folder,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return "npm could not install it" if done.returncode else ""

    def manifest(self, package):
        return self.folder / "node_modules" / package / "package.json"

    def absence_of(self, package):
        """Why a package cannot be run; empty if it can. None stands for Node.js alone."""
        if not shutil.which("node"):
            return "node is not installed"
        if package is None or self.manifest(package).exists():
            return ""
        return self.no_packages or "npm could not install it"

    def version_of(self, package):
        if package is None:
            return self.output(["node", "--version"]).lstrip("v")
        manifest = self.manifest(package)
        return json.loads(manifest.read_text())["version"] if manifest.exists() else ""

    @staticmethod
    def output(command):
        if not shutil.which(command[0]):
            return ""
        return subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout.strip()

    def json_schema_program(self):
        """The program itself: the package's script only starts it."""
        name = JSON_SCHEMA_PROGRAMS.get(platform.machine(), "jsonschema")
        return str(self.manifest("@sourcemeta/jsonschema").parent / "build/github-releases" / name)

    def compile_readers(self):
        program = self.folder / "readers"
        done = subprocess.run(["c++", *READERS, "-o", str(program)], stderr=subprocess.PIPE, text=True)
        if done.returncode:
            self.no_readers = "readers.cpp does not compile here"
            return None
        return str(program)
