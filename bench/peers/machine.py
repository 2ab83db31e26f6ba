"""Where the figures come from, without the name of the machine."""
import os
import pathlib
import platform
import re
import subprocess


def first_match(pattern, path, default):
    found = re.search(pattern, pathlib.Path(path).read_text(), re.MULTILINE) if os.path.exists(path) else None
    return found[1] if found else default


def description():
    processor = first_match(r"^model name\s*: (.*)$", "/proc/cpuinfo", platform.machine())
    system = first_match(r'^PRETTY_NAME="(.*)"$', "/etc/os-release", platform.system())
    compiler = subprocess.run(["c++", "-dumpfullversion"], stdout=subprocess.PIPE, text=True).stdout.strip()
    is_virtual = bool(first_match(r"^flags.*(hypervisor)", "/proc/cpuinfo", ""))
    cores = os.cpu_count()
    return "%s%d core%s of %s; %s, compiler %s" % ("a virtual machine with " if is_virtual else "", cores,
                                                   "" if cores == 1 else "s", processor, system, compiler)


def load():
    """Others that want the processor, as the run begins."""
    return os.getloadavg()[0]
