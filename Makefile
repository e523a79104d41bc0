# Thin: every target calls an npm script that works without make.
# BUMP=none|patch|minor|major (default: minor) and RELAY=1 reach those scripts by the environment.
.PHONY: all package deploy build bump clean merge setup setup-demo demo test
.DEFAULT_GOAL := all

all: package ## The same as package

package: deploy ## The branding bundle: external-chat-v<version>.zip
	@npm run --silent bundle

deploy: build ## The manifest and the built plugin into webapp3/
	@npm run --silent deploy

build: bump ## Plugin, meeting in a box and both extensions, with the new version
	@npm run --silent build

bump: node_modules ## The version in package.json, one minor up; no commit, no tag
	@npm run --silent bump

clean: ## Away with the built plugin and webapp3/; packages stay
	@npm run --silent clean

merge: node_modules ## Our plugin into a branding that is there already: make merge BRANDING=branding.zip
	@npm run --silent merge

node_modules:
	npm ci --no-audit --no-fund

setup: ## Install what is missing: packages, and the browsers on Debian
	@sh scripts/setup.sh

setup-demo: # Only what the demo needs: packages and Chromium
	@sh scripts/setup.sh demo

demo: setup-demo ## The whole story on this machine, in a browser or headless
	@npm run --silent demo

test: setup ## Everything that CI runs, in real Chromium and real Firefox
	npm test
