# A thin front over the CMake presets.
#   make demo    install what is missing, build, and assess an example
#   make test    build with both compilers, run all tests, plain (g++) and under the sanitizers (clang), and hold the
#                code to its format
#   make bench   the measurements of docs/design/measurements.md
JOBS ?= $(shell nproc)
export CTEST_PARALLEL_LEVEL ?= $(JOBS)

.PHONY: demo test bench packages build check-dev check-asan style tidy format

demo: packages
	cmake --preset release -D ASSAY_TESTS=OFF
	cmake --build --preset release --target assay --parallel $(JOBS)
	build/release/assay assess rules/trustworthy-ai.assay examples/trustworthy-ai/failing.json; test $$? -le 2

# A property that fails under make tells its seed; run build/dev/tests/laws with RC_PARAMS="seed=…" to shrink it.
export RC_PARAMS ?= max_success=400 noshrink=1

# The sanitizer run comes last, and its summary closes the log.
test: packages style check-dev check-asan

packages:
	cmake/install-packages

build:
	cmake --preset dev
	cmake --build --preset dev --parallel $(JOBS)

check-dev: build
	ctest --preset dev

# With clang: the stricter compiler sees the whole tree, and its sanitizers compile in a third of the time of g++'s.
check-asan:
	cmake --preset asan
	cmake --build --preset asan --parallel $(JOBS)
	ctest --preset asan

style:
	cmake/check-format

# clang-tidy over the engine: ten minutes, so it is asked for by name.
tidy:
	cmake --preset dev
	cmake/check-tidy build/dev

format:
	git ls-files '*.cpp' '*.hpp' | xargs clang-format -i

bench: packages
	cmake --preset bench
	cmake --build --preset bench --parallel $(JOBS)
	bench/run build/bench
