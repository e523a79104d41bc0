# Thin: every target calls an npm script that works without make.
# BUMP=none|patch|minor|major (default: minor), RELAY, HIDE, HOST_ORIGINS and BRANDING reach them as environment
# variables.
.PHONY: all package deploy build bump clean merge setup setup-demo demo test
.DEFAULT_GOAL := all

all: package ## The same as package

package: deploy ## Packs the branding package: external-chat-v<version>.zip
	@npm run --silent bundle

deploy: build ## Puts the manifest and the built plugin into webapp3/
	@npm run --silent deploy

build: bump ## Builds plugins, host library, demo meeting and both extensions, with the new version
	@npm run --silent build

bump: node_modules ## Raises the version in package.json; no commit, no tag
	@npm run --silent bump

clean: ## Removes the built plugin and webapp3/; packages stay
	@npm run --silent clean

merge: node_modules ## Adds the plugin to a branding package: make merge BRANDING=branding.zip
	@npm run --silent merge

node_modules:
	npm ci --no-audit --no-fund

setup: ## Installs what is missing: npm packages and, on Debian, what the tests need
	@sh scripts/setup.sh

setup-demo: # Installs what the demo needs: npm packages and, on Debian, Chromium
	@sh scripts/setup.sh demo

demo: setup-demo ## Runs the demo, in a browser or without a display
	@npm run --silent demo

test: setup ## Runs all checks and tests, in Chromium and Firefox
	npm test
