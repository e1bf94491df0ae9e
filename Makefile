# SPDX-License-Identifier: GPL-3.0-or-later
SHELL := bash
PYTHON := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help demo test lint bench gui package soak teleservice

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

demo: ## build the demonstration town, plan its day, draw its map (in var/demo)
	@scripts/setup.sh demo
	@scripts/demo.sh var/demo

test: ## run every check and every test, real QGIS and PostGIS included
	@scripts/setup.sh test
	@$(PYTHON) scripts/run_tests.py

lint: ## check style, types and imports only
	@scripts/setup.sh demo
	@$(PYTHON) scripts/run_tests.py lint

bench: ## run the benchmarks; each prints a table
	@scripts/setup.sh demo
	@$(PYTHON) scripts/fetch_extract.py var/osm/monaco.osm.pbf
	@[ -e var/demo/town.gpkg ] || scripts/demo.sh var/demo
	@for script in benchmarks/bench_*.py; do echo; echo "$$script"; QT_QPA_PLATFORM=offscreen $(PYTHON) "$$script" || exit 1; done

gui: ## open QGIS Desktop with the plugin and the demonstration project
	@scripts/setup.sh demo
	@[ -e var/demo/town.gpkg ] || scripts/demo.sh var/demo
	@scripts/gui.sh var/demo

package: ## build the plugin archive for QGIS in dist/
	@scripts/setup.sh demo
	@$(PYTHON) scripts/package.py

teleservice: ## hold what is written for the teleservice against its schema: make teleservice SCHEMA=file.xsd
	@$(PYTHON) scripts/check_teleservice.py "$(SCHEMA)"

soak: ## run the tests with many more generated cases
	@scripts/setup.sh test
	@REGARD_SOAK=1 $(PYTHON) scripts/run_tests.py unit postgis demo faults
