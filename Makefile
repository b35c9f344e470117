# Everything a newcomer needs: `make run` and `make test`.
# Only python3 (3.11 or newer), make and a package index are assumed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: only errors are shown.
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes

.PHONY: help run test assets lock .venv

help:
	@echo "make run    start Callback on this machine"
	@echo "make test   check everything"
	@echo "make lock   write requirements/*.txt anew from pyproject.toml"

# --- run --------------------------------------------------------------------

run: $(VENV)/.run assets
	@exec $(BIN)/python -m config.stack

# --- front-end files of others ------------------------------------------------

assets: build/.assets

build/.assets: package.json package-lock.json static/icons.txt config/assets.py | $(VENV)/.run
	@echo "fetching front-end files"
	@mkdir -p build
	@$(BIN)/python -m config.assets
	@touch $@

# --- the Python environment ------------------------------------------------
# A stamp per lock: pip runs again only when a lock has changed. dev.txt holds
# all that embedded.txt holds, in the same versions.

.venv: $(VENV)/.dev

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Callback needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ...")'
	@echo "making $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/embedded.txt | $(VENV)/pyvenv.cfg
	@echo "installing $<"
	@$(PIP_INSTALL) -r $<
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/pyvenv.cfg
	@echo "installing $<"
	@$(PIP_INSTALL) -r $<
	@touch $@ $(VENV)/.run

# --- locks -----------------------------------------------------------------
# Hashes, all platforms, and no index address in the files.

LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

lock: .venv
	$(LOCK) --all-extras pyproject.toml -o requirements/dev.txt
	$(LOCK) --extra embedded -c requirements/dev.txt pyproject.toml -o requirements/embedded.txt
	$(LOCK) -c requirements/dev.txt pyproject.toml -o requirements/app.txt
