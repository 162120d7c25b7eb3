# The two commands of the README are `make test` and `make demo`; `make check` is the gate.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: env quick check test lint types floors format soak demo campaign bench bench-full docs lock clean
.DEFAULT_GOAL := check

env: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[dev]'
	@touch $@

lint: env
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: env
	@$(BIN)/mypy

floors: env
	@$(BIN)/lint-imports --no-cache

quick: lint types floors
	@$(BIN)/pytest -n 2 -m 'not slow and not soak'

check: lint types floors
	@$(BIN)/pytest -n 2 -m 'not soak'

test: env
	@$(BIN)/pytest -n 2 -m 'not soak'

soak: env
	@ASSETKIT_EXAMPLES=soak $(BIN)/pytest -n 2 -m 'soak'

format: env
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

# One film in two lengths, and a post of cards, for two platforms in three languages: about 2,200 frames.
DEMO := -r the-dress -r problem-in-numbers -p tiktok -p instagram-reel

demo: env
	@$(BIN)/python assets/draw_films.py
	@$(BIN)/assetkit check $(DEMO)
	@$(BIN)/assetkit plan $(DEMO)
	@$(BIN)/assetkit render $(DEMO)
	@$(BIN)/assetkit preview -r the-dress -c teaser-30 -p tiktok

# The whole example campaign: every film, cut, platform and language, checked, delivered and listed.
campaign: env
	@$(BIN)/python assets/draw_films.py
	@$(BIN)/assetkit check
	@$(BIN)/assetkit render
	@$(BIN)/assetkit posts --calendar
	@$(BIN)/assetkit verify

# Costs as ratios within one run, on a quiet machine: at most 12 minutes on 2 cores; the full one takes hours.
bench: env
	@$(BIN)/python -m bench

bench-full: env
	@$(BIN)/python -m bench --full

# The reference pages below docs/reference/, from the program itself; a test fails where one is stale.
docs: env
	@$(BIN)/python -m docs.generate

# Pins what the environment holds now, for installations that repeat.
lock: env
	@$(BIN)/python -m pip freeze --exclude-editable --exclude assetkit-video > requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
