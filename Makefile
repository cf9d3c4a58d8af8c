# make run      opens the window; the first time it installs what is missing
# make test     runs every check: layout, lint, types, imports, tests; each also runs alone
# make proof    kills, power cuts, failing disks and a monkey at full length: some fifty minutes of processor time
# make bench    measures each deed against a peer, in one table; make bench BENCH=saving one subject;
#               make bench LONG=1 also in books of a million slips
# make format   lays the code out anew and mends what ruff can mend
# make lock     pins the newest packages that pyproject.toml allows (needs uv)

PYTHON ?= python3
BIN := .venv/bin
LENGTHY := tests/durability tests/hostile tests/exchange/test_fuzzing.py tests/storage/test_upgrading.py
CHECKS := layout lint types imports tests
LOCK := uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	--python-version 3.11 --upgrade pyproject.toml

# One failed check does not hide the others.
MAKEFLAGS += --keep-going

.PHONY: run test proof bench format lock ready $(CHECKS)

run:
	@$(PYTHON) -m setup window
	@$(BIN)/chapterhouse

test: $(CHECKS)

layout: ready
	$(BIN)/ruff format --check .

lint: ready
	$(BIN)/ruff check .

types: ready
	$(BIN)/mypy

imports: ready
	$(BIN)/lint-imports --no-logo

tests: ready
	$(BIN)/pytest --numprocesses auto --dist loadfile

ready:
	@$(PYTHON) -m setup checks

proof: ready
	CHAPTERHOUSE_PROOF=long $(BIN)/pytest --numprocesses auto --dist loadfile $(LENGTHY)

bench: ready
	@CHAPTERHOUSE_BENCH=$(if $(LONG),long) $(BIN)/python -m benchmarks $(BENCH)

format: ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:
	$(LOCK) --group build --output-file requirements.lock
	$(LOCK) --group dev --constraint requirements.lock --output-file requirements-dev.lock
