# `make` builds and opens the sample; `make test` is everything that CI runs; `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run
.NOTPARALLEL:

PREFIX ?= /usr/local
DESTDIR ?=
MODEL ?= Samples/digits.rvg
SECONDS_OF_FUZZING ?= 600
BENCH ?=
PARITY ?=
FLOOR ?=

program := repvgg-tui
release := .build/release/$(program)
static := --scratch-path .build-static --static-swift-stdlib -Xlinker --gc-sections -Xlinker -s
largest_binary := 15000000

.PHONY: run build test lint check-fresh shell-files install pictures glyphs parity check-export bench sanitize fuzz clean help

run: ## Set up, build and open the sample (MODEL=… for another); in a pipe, print its summary
	@Scripts/setup build
	@swift build -c release --product $(program) 1>&2
	@$(release) $(MODEL)

build: ## Set up and build the release binary
	@Scripts/setup build
	swift build -c release --product $(program)

test: ## Set up and run all checks: lint, build, tests, whole-program tests, kernel guard, freshness
	@Scripts/setup test
	$(MAKE) lint
	Scripts/arm64-check
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build
	swift build -c release --product $(program)
	Scripts/kernel-guard --old-cpu
	Tests/EndToEnd/run
	Scripts/check-fresh

lint: ## Check the format of all Swift sources
	swift format lint --strict -r Sources Tests Package.swift

check-fresh: build ## Check that man page, completions and pictures say what the binary says
	Scripts/check-fresh

install: ## Build one binary without a Swift runtime and install it under PREFIX (with DESTDIR, if given)
	@Scripts/setup build
	swift build -c release --product $(program) $(static)
	@size=$$(stat -L -c %s .build-static/release/$(program)); \
	[ $$size -lt $(largest_binary) ] || \
	  { echo "install: the binary has $$size bytes, more than $(largest_binary)" >&2; exit 1; }
	install -D -m 755 .build-static/release/$(program) $(DESTDIR)$(PREFIX)/bin/$(program)
	install -D -m 644 share/man/$(program).1 $(DESTDIR)$(PREFIX)/share/man/man1/$(program).1
	install -D -m 644 share/completions/$(program).bash \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$(program)
	install -D -m 644 share/completions/_$(program) \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$(program)
	install -D -m 644 share/completions/$(program).fish \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$(program).fish

shell-files: build ## Make the man page and the completions anew from the program's tables
	Scripts/shell-files $(release) share

pictures: build ## Draw the pictures of the documentation anew
	Scripts/pictures docs/pictures

glyphs: ## Draw the bitmaps of characters for PNG pictures anew from DejaVu Sans Mono
	Scripts/glyphs

parity: build ## Check every RepVGG and MobileOne of timm at full size (PARITY='--only B3' for less)
	"$$(Scripts/python-env)" Scripts/parity $(PARITY)

bench: build ## Measure the engine against others (BENCH='--nets A0' for less), layers against their floor (FLOOR)
	"$$(Scripts/bench-env)" Benchmarks/compare.py $(BENCH)
	Benchmarks/floor.py $(FLOOR)

check-export: build ## Check exported files with ONNX Runtime, onnx, PyTorch and timm (PYTHON=… that has them)
	Scripts/check-export

sanitize: ## Run the tests under the address, then the thread sanitizer
	@Scripts/setup test
	swift test --sanitize=address --disable-xctest --no-parallel --scratch-path .build-asan
	swift test --sanitize=thread --disable-xctest --no-parallel --scratch-path .build-tsan

fuzz: ## Fuzz each reader of files for SECONDS_OF_FUZZING
	Scripts/fuzz $(SECONDS_OF_FUZZING)

clean: ## Remove everything that was built
	rm -rf .build .build-static .build-asan .build-tsan .build-fuzz

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1\t\2/p' Makefile | expand -t 16
