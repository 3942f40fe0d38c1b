# Two commands do all set-up: `make run` shows the site with content in it, `make test` proves it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
DEV := DEBUG=1
PYTEST := $(DEV) $(BIN)/pytest

.PHONY: help run test lint bench fuzz clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 10

.venv/ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Handrail needs Python 3.11; found $$($(PYTHON) --version). Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || bash tests/need_packages.sh python3-venv
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/run: .venv/ready requirements.txt
	@echo "Installing what the site needs (about a minute)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/dev: .venv/run requirements-dev.txt
	@echo "Installing what the tests need"
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: .venv/run ## Set up everything and serve the site on 127.0.0.1:8000
	@$(DEV) $(BIN)/python manage.py migrate --verbosity 0
	@$(DEV) $(BIN)/python manage.py load_places
	@$(DEV) $(BIN)/python manage.py load_articles
	@$(DEV) $(BIN)/python manage.py load_examples
	@$(DEV) STAFF_SECOND_FACTOR=0 $(BIN)/python manage.py create_staff_login
	@echo
	@echo "  The site:  http://127.0.0.1:$(PORT)/"
	@echo "  Staff:     http://127.0.0.1:$(PORT)/admin/   (forgot the password? make password)"
	@echo "  Stop it with Ctrl+C."
	@echo
	@$(DEV) STAFF_SECOND_FACTOR=0 $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

password: .venv/run ## Give the staff login a new random password and show it
	@$(DEV) STAFF_SECOND_FACTOR=0 $(BIN)/python manage.py create_staff_login --reset

test: .venv/dev ## Run every test: unit, real Chromium, and again on a real PostgreSQL server
	@bash tests/need_packages.sh chromium postgresql fonts-liberation
	@echo "== Tests on SQLite"
	$(PYTEST) -q -n 2 -m "not browser"
	@echo "== Tests in Chromium"
	$(PYTEST) -q -m browser
	@echo "== What touches the database, and one browser path, on PostgreSQL (apart: a browser's event loop opens its own connections)"
	$(BIN)/python tests/on_postgresql.py $(BIN)/pytest -q -m "database and not browser"
	$(BIN)/python tests/on_postgresql.py $(BIN)/pytest -q -m chain

lint: .venv/dev ## Format, lint (security rules too), types, deployment and migration checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(DEV) $(BIN)/mypy
	$(DEV) $(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') ALLOWED_HOSTS=handrail.example $(BIN)/python manage.py check --deploy --fail-level ERROR

bench: .venv/dev ## Measure speed as ratios, side by side (never part of the tests)
	@bash tests/need_packages.sh wrk postgresql
	$(DEV) $(BIN)/python -m tests.benchmarks

fuzz: .venv/dev ## The generated tests with large counts
	FUZZ=1 $(PYTEST) -q -n 2 -m fuzz

clean: ## Remove the virtual environment and the trial database
	rm -rf .venv var db.sqlite3 db.sqlite3-shm db.sqlite3-wal
