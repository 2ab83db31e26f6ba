# A thin front over the CMake presets.
#   make demo    install what is missing, build, and assess an example
#   make test    build with both compilers, run all tests, plain (g++) and under the sanitizers (clang), and hold the
#                code to its format and to clang-tidy
#   make bench   the measurements of docs/design/measurements.md
#   make bench-peers
#                other engines on the same requirements, for docs/design/peers.md; needs the network
JOBS ?= $(shell nproc)
export CTEST_PARALLEL_LEVEL ?= $(JOBS)

.PHONY: demo test bench bench-peers packages build check-gcc check-asan check-tsan style tidy format

demo: packages
	cmake --preset release -D ASSAY_TESTS=OFF
	cmake --build --preset release --target assay --parallel $(JOBS)
	build/release/assay assess rules/trustworthy-ai.assay examples/trustworthy-ai/failing.json; test $$? -le 2

# Each commit is held to schemes and dossiers of its own, and always to the same ones. A property that fails tells its
# seed; build/gate/tests/laws with RC_PARAMS="seed=…" shrinks it.
SEED := $(shell printf '%d' "0x$$(git rev-parse --short=12 HEAD 2>/dev/null | cut -c1-12)" 2>/dev/null)
export RC_PARAMS ?= max_success=400 noshrink=1 seed=$(SEED)

# The sanitizer run comes last, and its summary closes the log.
test: packages style check-gcc tidy check-asan

packages:
	cmake/install-packages

build:
	cmake --preset dev
	cmake --build --preset dev --parallel $(JOBS)

# Several files compiled as one: from nothing that takes half as long as `build`.
check-gcc:
	cmake --preset gate
	cmake --build --preset gate --parallel $(JOBS)
	ctest --preset gate

# With clang: the stricter compiler sees the whole tree, and its sanitizers compile in a third of the time of g++'s.
# The laws look for bad memory here, not for bad logic: a few of their cases do.
check-asan:
	cmake --preset asan
	cmake --build --preset asan --parallel $(JOBS)
	RC_PARAMS="max_success=25 noshrink=1 seed=$(SEED)" ctest --preset asan

# Outside `test`: threads are the command line's alone, and nine minutes are much for them.
check-tsan: packages
	cmake --preset tsan
	cmake --build --preset tsan --parallel $(JOBS)
	RC_PARAMS="max_success=5 noshrink=1 seed=$(SEED)" ctest --preset tsan

style:
	cmake/check-format

# clang-tidy over the engine, file by file, by the compile commands of the preset dev.
tidy:
	cmake --preset dev
	cmake/check-tidy build/dev

format:
	git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

bench: packages
	cmake --preset bench
	cmake --build --preset bench --parallel $(JOBS)
	bench/run build/bench

# Node.js comes from wherever it is installed; Debian's will do.
bench-peers: packages
	cmake/install-packages jq libsimdjson-dev $(if $(shell command -v npm),,nodejs npm)
	cmake --preset bench
	cmake --build --preset bench --target assay --parallel $(JOBS)
	bench/peers/run build/bench
