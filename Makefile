# Thin: every target calls an npm script that works without make.
.PHONY: setup demo test
.DEFAULT_GOAL := test

setup: ## Install what is missing: packages, and the browsers on Debian
	@sh scripts/setup.sh

demo: setup ## The whole story on this machine, in a browser or headless
	npm run --silent demo

test: setup ## Everything that CI runs, in real Chromium and real Firefox
	npm test
