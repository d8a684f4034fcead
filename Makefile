# make demo       environment, then one night over the synthetic sample into demo-out/
# make test       lint, types, import contracts and the tests (long campaigns left out)
# The other targets are listed in CONTRIBUTING.md.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3)
WORKERS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PEERS := $(VENV)/peers
PEERS_LOCK := tests/bench/requirements-peers
TYPED = $(wildcard screening flows data/samples/*.py)

# Nothing here reports home, and Prefect's temporary server gets time to start.
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS := 120
export PREFECT_SERVER_LOGGING_LEVEL := CRITICAL

# A process compiles nothing that another has compiled: the tests start hundreds.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := test
.PHONY: demo test check lint format typecheck imports campaign bench weights docs lock clean .venv

demo: $(READY)
	@echo "demo: one night over the synthetic sample"
	@$(PY) -m flows.nightly --demo

test: check
	@echo "pytest: $(WORKERS) workers"
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder  # a file shares its nights; long ones first

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

# make bench BENCH="--small" for a quick look; the options stand in tests/bench/run.py.
bench: $(PEERS)/.ready
	@echo "bench: times, peak memory and accuracy, beside others"
	@$(PY) tests/bench/run.py $(BENCH)

weights: $(READY)
	@test -n "$(DELIVERY)" -a -n "$(AS_OF)" || { echo "usage: make weights DELIVERY=folder AS_OF=2026-11-20"; exit 1; }
	@$(PY) docs/weights.py "$(DELIVERY)" --as-of "$(AS_OF)"

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

# The systems we measure ours beside, in an environment of their own. Where they cannot be installed the benchmark says so and goes
# on: one of them builds PyICU, which needs Debian's g++ and libicu-dev; without it the others are still there.
$(PEERS)/.ready: $(PEERS_LOCK).lock | $(READY)
	@echo "environment: $(PEERS) from $(PEERS_LOCK).lock"
	@test -x $(PEERS)/bin/python || $(PYTHON) -m venv --without-pip $(PEERS)
	@awk '/^[a-z]/ {p = !/^pyicu==/} p' $(PEERS_LOCK).lock > $(PEERS)/without-icu.lock
	$(with_uv) \
	sync="$$uv pip sync --quiet --python $(PEERS)/bin/python --require-hashes --compile-bytecode"; \
	if $$sync $(PEERS_LOCK).lock 2>/dev/null; then touch $@; \
	elif $$sync $(PEERS)/without-icu.lock 2>/dev/null; then echo "bench: PyICU cannot be built; logic-v2 will be left out"; \
	else rm -rf $(PEERS); echo "bench: the peers cannot be installed; ours is measured alone"; fi

lock: $(READY)
	@echo "lock: requirements-dev.lock, requirements.lock, $(PEERS_LOCK).lock"
	$(with_uv) \
	unset UV_NO_CONFIG; \
	flags="--quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate $(LOCK_FLAGS)"; \
	$$uv pip compile $$flags pyproject.toml --extra flows --extra dev -o requirements-dev.lock; \
	$$uv pip compile $$flags pyproject.toml --extra flows -c requirements-dev.lock -o requirements.lock; \
	$$uv pip compile $$flags $(PEERS_LOCK).in -o $(PEERS_LOCK).lock

clean:
	@rm -rf $(VENV) demo-out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find screening flows tests data -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true
