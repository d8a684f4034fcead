# make demo       environment, then one night over the synthetic sample into demo-out/
# make test       lint, types, import contracts and the tests (long campaigns left out)
# The other targets are listed in CONTRIBUTING.md.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
TYPED = $(wildcard screening flows data/samples/*.py)

# Nothing here reports home, and Prefect's temporary server gets time to start.
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS := 120
export PREFECT_SERVER_LOGGING_LEVEL := CRITICAL

.DEFAULT_GOAL := test
.PHONY: demo test check lint format typecheck imports campaign bench docs lock clean .venv

demo: $(READY)
	@echo "demo: one night over the synthetic sample"
	@$(PY) -m flows.nightly --demo

test: check
	@echo "pytest: $(WORKERS) workers"
	@$(PY) -m pytest -n $(WORKERS)

check: lint typecheck imports

lint: $(READY)
	@echo "lint: ruff"
	@$(PY) -m ruff check --quiet --output-format concise .
	@$(PY) -m ruff format --quiet --check . || { echo "lint: run 'make format'"; exit 1; }

format: $(READY)
	@$(PY) -m ruff check --quiet --fix . ; $(PY) -m ruff format --quiet .

typecheck: $(READY)
	@echo "typecheck: mypy"
	@$(PY) -m mypy --no-error-summary $(TYPED)

imports: $(READY)
	@echo "imports: layers"
	@$(VENV)/bin/lint-imports --no-logo > $(VENV)/imports.log || { cat $(VENV)/imports.log; exit 1; }

campaign: $(READY)
	@echo "pytest: long campaigns"
	@$(PY) -m pytest -m campaign

bench: $(READY)
	@echo "bench: times and peak memory"
	@$(PY) tests/bench/run.py

docs: $(READY)
	@echo "docs: pages made from the code"
	@$(PY) docs/write.py

# Everything below is the environment. uv is brought in by pip, at the version and hash of
# the lock file, into a virtual environment that needs neither ensurepip nor a writable system.
# uv reads neither the configuration of pip nor, unless told, the certificates of the system: an
# index or certificate file set for pip is handed over.
define with_uv
	@set -e; \
	pip_says() { $(PYTHON) -m pip config list | sed -n "s/^\(global\|install\)\.$$1='\(.*\)'\$$/\2/p" | tail -n 1; }; \
	index=$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$(pip_says index-url)}}; \
	cert=$${SSL_CERT_FILE:-$${PIP_CERT:-$$(pip_says cert)}}; \
	if [ -n "$$index" ]; then export UV_DEFAULT_INDEX="$$index"; fi; \
	if [ -n "$$cert" ]; then export SSL_CERT_FILE="$$cert"; fi; \
	export UV_SYSTEM_CERTS=1 UV_NO_CONFIG=1 UV_PYTHON_DOWNLOADS=never; \
	uv=$(VENV)/bin/uv;
endef

.venv: $(READY)

$(READY): pyproject.toml requirements-dev.lock
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { echo "pip is missing: install Debian's python3-pip"; exit 1; }
	@echo "environment: $(VENV) from requirements-dev.lock"
	@test -x $(PY) || $(PYTHON) -m venv --without-pip $(VENV)
	@awk '/^uv==/ {p = 1} p {print} p && !/\\$$/ {exit}' requirements-dev.lock > $(VENV)/uv.lock
	@$(PYTHON) -m pip --python $(PY) --disable-pip-version-check install -qq --no-deps --require-hashes -r $(VENV)/uv.lock
	$(with_uv) \
	$$uv pip sync --quiet --python $(PY) --require-hashes --compile-bytecode requirements-dev.lock; \
	$$uv pip install --quiet --python $(PY) --no-deps --no-build-isolation --editable .
	@touch $@

lock: $(READY)
	@echo "lock: requirements-dev.lock, requirements.lock"
	$(with_uv) \
	unset UV_NO_CONFIG; \
	flags="--quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate $(LOCK_FLAGS)"; \
	$$uv pip compile $$flags pyproject.toml --extra flows --extra dev -o requirements-dev.lock; \
	$$uv pip compile $$flags pyproject.toml --extra flows -c requirements-dev.lock -o requirements.lock

clean:
	@rm -rf $(VENV) demo-out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find screening flows tests data -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
