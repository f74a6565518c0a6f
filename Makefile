# make run    the window with the sample episode      make test    all tests
# make check  format, lint, types, imports and tests  make bench   all benchmarks (make bench-NAME: one of them)
# make pictures   draw the pictures of tests/ui/pictures anew, to be looked at before they are committed
# make torture ROUNDS=500    kill the window that often, and let each system call of saving and exporting fail: nothing may be lost

PYTHON     ?= python3
PYTHON_ENV := .venv/bin/python
ROUNDS     ?= 500
SEED       ?= 1
STAMP      := .venv/.set-up
SAMPLE     := resources/sample
TRANSLATED := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
BENCHMARKS := $(sort $(patsubst tests/benchmarks/%.py,%,$(wildcard tests/benchmarks/*.py)))

.PHONY: setup run test check format lint types imports fix bench torture pictures screenshots translations lock clean

setup: $(STAMP)

$(STAMP): requirements-dev.lock tools/setup.sh
	@sh tools/setup.sh
	@touch $@

run: $(STAMP) $(TRANSLATED)
	@sh tools/run.sh $(SAMPLE)

$(TRANSLATED): %.qm: %.ts | $(STAMP)
	@$(PYTHON_ENV) tools/translations.py release

# One list of checks, the same here and in CI; the tests come last.
check: format lint types imports test

format: $(STAMP)
	$(PYTHON_ENV) -m ruff format --check

lint: $(STAMP)
	$(PYTHON_ENV) -m ruff check

types: $(STAMP)
	$(PYTHON_ENV) -m basedpyright

imports: $(STAMP)
	$(PYTHON_ENV) -c "from importlinter.cli import lint_imports_command as check; check()"

# A process that crashes fails its test and ends the run: xdist can wait for ever for what a crashed one was given.
test: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(PYTHON_ENV) -m pytest -n auto --maxprocesses 4 --dist loadfile --max-worker-restart 0

fix: $(STAMP)
	$(PYTHON_ENV) -m ruff check --fix
	$(PYTHON_ENV) -m ruff format

bench: $(addprefix bench-,$(BENCHMARKS))

bench-%: $(STAMP)
	QT_QPA_PLATFORM=offscreen PYTHONPATH=. $(PYTHON_ENV) tests/benchmarks/$*.py

torture: export PYTHONPATH = .:tests
torture: $(STAMP)
	$(PYTHON_ENV) tests/torture/faults.py
	$(PYTHON_ENV) tests/torture/export_faults.py
	$(PYTHON_ENV) tests/torture/rounds.py $(ROUNDS) $(SEED)
	$(PYTHON_ENV) tests/torture/window_rounds.py $(ROUNDS) $(SEED)

# What panels, panes and dialogs must look like; look at what changed before it is committed.
pictures: $(STAMP)
	NOTESTITCH_PICTURES=new QT_QPA_PLATFORM=offscreen $(PYTHON_ENV) -m pytest -q tests/ui/pictures

# The pictures of the README, from the program itself, in its language.
screenshots: export LC_ALL = C.UTF-8
screenshots: $(STAMP)
	for theme in light dark; do \
		$(PYTHON_ENV) main.py $(SAMPLE) --screenshot docs/screenshots/$$theme.png --theme $$theme --size 1440x900 || exit 1; \
	done

# Lists new texts in resources/i18n/*.ts as unfinished, and makes what the window loads.
translations: $(STAMP)
	$(PYTHON_ENV) tools/translations.py
	$(PYTHON_ENV) tools/translations.py release

# Locks with hashes for every platform; versions stay as they are unless UPGRADE=--upgrade.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url pyproject.toml -o requirements.lock
	build/lock/bin/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes \
		--no-header --no-emit-index-url -c requirements.lock --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv build .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage
