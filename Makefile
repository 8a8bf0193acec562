# make run    opens the scorecard at http://127.0.0.1:8501 (PORT= and SCORECARD_HOME= change that)
# make test   everything that is checked before a change is taken
# make quick  style, types, the rule and the tests of what changed: what people run while working
# make bench  speed and memory, as ratios to a bare page

PORT ?= 8501
PYTHON ?= python3
PYTEST_ARGS ?=

BIN := .venv/bin
SCORECARD := $(BIN)/python -m scorecard

.PHONY: run install demo test quick lint types pytest machine bench clean

run: install demo
	@$(SCORECARD) serve --port "$(PORT)"

install: .venv/installed

# Only a home without any week: real figures and synthetic ones never share one.
demo: install
	@find "$${SCORECARD_HOME:-data}/snapshots" -maxdepth 1 -name 'week=*' 2>/dev/null | grep -q . || $(SCORECARD) demo

test: lint types pytest

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive scorecard pages app.py

types: .venv/installed-dev
	$(BIN)/mypy

# As many at once as there are processors, a file in one piece; what each took is kept for `make bench`.
pytest: .venv/installed-dev machine
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder --junitxml=.bench/tests.xml $(PYTEST_ARGS)

quick: .venv/installed-dev
	@$(MAKE) --no-print-directory --jobs=2 lint types
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal $$($(BIN)/python .ci/changed)

# A browser, axe-core for it, PostgreSQL: what pip cannot bring.
machine: .venv/installed-dev
	@.ci/machine

bench: .venv/installed-dev machine
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .bench node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamps are newer than the lists they stand for: a second call has nothing to do.
.venv/installed: requirements.lock
	@.ci/python "$(PYTHON)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
