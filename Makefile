# All commands of the project. `make` alone lists them.
# The comments behind `##` are what `make help` shows.

VENV := .venv
BIN := $(VENV)/bin
LOCK_VENV := .cache/lock-venv

# Material prints an advertisement for its successor into every build otherwise.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Settings from outside that would send the packages elsewhere or mix in foreign ones.
export PIP_USER := 0
unexport PYTHONPATH PYTHONHOME PIP_TARGET PIP_PREFIX PIP_ROOT VIRTUAL_ENV

# -qq hides pip's warnings, not its errors.
PIP_INSTALL = $(BIN)/python -m pip install -qq --no-input
PIP_INSTALL_LOCKED = $(PIP_INSTALL) --require-hashes
OR_EXPLAIN = || { echo 'Das hat nicht geklappt (siehe oben). Besteht eine Verbindung zum Internet? Dann rufen Sie make noch einmal auf.' >&2; exit 1; }

# A stamp is written when its step is complete, so a broken-off set-up starts afresh.
SITE := $(VENV)/site.stamp
TOOLS := $(VENV)/tools.stamp
PACKAGE := $(VENV)/package.stamp
BROWSER := $(VENV)/browser-path

# Scripts in a virtual environment hold its absolute path: after a move or a copy of the
# folder, or when its Python has gone, everything must be installed again.
VENV_IS_WHOLE := $(shell [ -x $(BIN)/python ] && [ "$$(cat $(VENV)/location 2>/dev/null)" = "$$(pwd -P)" ] && echo yes)
ifneq ($(VENV_IS_WHOLE),yes)
$(SITE): FORCE
endif

# The browser belongs to the system and may have been removed since.
ifneq ($(shell [ -x "$$(cat $(BROWSER) 2>/dev/null)" ] && echo yes),yes)
$(BROWSER): FORCE
endif

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# One step at a time: the steps share one environment and one output folder.
.NOTPARALLEL:
.PHONY: help site serve check test bench screenshots cms lock clean FORCE

help: ## zeigt diese Übersicht
	@echo 'MINT-Wegweiser Sachsen'
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(PACKAGE) ## prüft die Inhalte und baut die Website nach site/
	@$(BIN)/minthub build

serve: $(PACKAGE) ## zeigt die Website als Vorschau und baut bei Änderungen neu
	@$(BIN)/minthub serve

check: $(PACKAGE) $(TOOLS) ## prüft Inhalte, Code-Stil und Typen (ohne Website, wenige Sekunden)
	@# All four, even if the first fails: one run shows every problem.
	@status=0; \
	$(BIN)/minthub check || status=1; \
	$(BIN)/ruff check --quiet . || status=1; \
	$(BIN)/ruff format --check --quiet . || { status=1; echo 'Neu zu formatieren: $(BIN)/ruff format .' >&2; }; \
	$(BIN)/mypy --no-error-summary || status=1; \
	exit $$status

test: $(PACKAGE) $(TOOLS) $(BROWSER) ## führt alle Tests aus, auch die im Browser
	@$(BIN)/python -m pytest $(ARGS)

bench: site $(TOOLS) $(BROWSER) ## misst, was ein Besuch und das Suchen kosten (dauert lange)
	@$(BIN)/python bench/weight.py
	@$(BIN)/python bench/relevance.py bench/queries/tuned.csv
	@$(BIN)/python bench/paper.py
	@$(BIN)/python bench/building.py
	@$(BIN)/python bench/finder.py $(ARGS)

screenshots: site $(TOOLS) $(BROWSER) ## macht Bilder aller Arten von Seiten nach .build/screenshots/
	@$(BIN)/python scripts/screenshots.py

cms: $(PACKAGE) ## holt das Programm der Eingabemaske für /redaktion/ (braucht npm)
	@scripts/fetch_cms.sh $(BIN)/python

lock: ## erneuert die festgeschriebenen Versionen in requirements/
	@scripts/make_venv.sh $(LOCK_VENV) --keep
	@$(LOCK_VENV)/bin/python -m pip install -qq --no-input --require-hashes -r requirements/lock.txt $(OR_EXPLAIN)
	@scripts/lock.sh $(LOCK_VENV)/bin/uv

clean: ## löscht alles Erzeugte: Website, Zwischenspeicher, .venv
	@rm -rf site .build .cache .mypy_cache .ruff_cache .pytest_cache $(VENV)
	@find src tests hooks scripts -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
	@rm -rf src/*.egg-info

# --- Einrichtung -------------------------------------------------------------------------

$(SITE): requirements/site.txt scripts/make_venv.sh
	@echo 'Richte .venv ein (einmalig, etwa eine halbe Minute) …'
	@keep=; if [ '$(VENV_IS_WHOLE)' = yes ] && [ -e $@ ]; then keep=--keep; fi; \
		rm -f $(VENV)/*.stamp; scripts/make_venv.sh $(VENV) $$keep
	@$(PIP_INSTALL_LOCKED) -r requirements/site.txt $(OR_EXPLAIN)
	@pwd -P > $(VENV)/location
	@touch $@

$(TOOLS): requirements/test.txt $(SITE)
	@echo 'Installiere die Prüfwerkzeuge (einmalig, etwa eine halbe Minute) …'
	@rm -f $@
	@$(PIP_INSTALL_LOCKED) -r requirements/test.txt $(OR_EXPLAIN)
	@touch $@

# --no-build-isolation: the build back end comes from the lock, not from a fresh download.
$(PACKAGE): pyproject.toml $(SITE)
	@rm -f $@
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Holds the path of a browser that was seen to start; not written if there is none.
$(BROWSER): | $(TOOLS)
	@$(BIN)/python -m tests.browser_setup
