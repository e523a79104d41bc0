#!/bin/sh
# Prepares a fresh checkout: checks Node and npm, and installs the npm packages. On Debian, if the user may, it also
# installs Chromium, Firefox, Prosody and Xvfb where they are missing. Safe to repeat.
# `setup.sh demo` does so for the demo alone, which needs the packages and Chromium.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

only="${1:-}"
log=''
if [ "$only" = demo ]; then
  log='demo-output/setup.txt'
  mkdir -p demo-output
  : >"$log"
fi
# What others print goes to the log where there is one, or the few lines of the demo would be lost in it.
run() {
  if [ -z "$log" ]; then "$@" >&2; return; fi
  "$@" >>"$log" 2>&1 || { say "This failed: $*. All messages are in $log. The last ones:"; tail -n 5 "$log" >&2; return 1; }
}

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  say 'Node.js 20.19 or newer and npm are needed: https://nodejs.org/ or your system’s packages.'
  exit 1
fi
if ! node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; then
  say "Node.js 20.19 or newer is needed; this is $(node --version)."
  exit 1
fi

# npm writes this file last, so an installation that was cut short is done again.
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  say "Installing the npm packages …${log:+ Details: $log}"
  run npm ci --no-audit --no-fund
  touch node_modules/.package-lock.json
fi

missing=''
[ -n "${CHROMIUM_PATH:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing="$missing chromium"
[ "$only" = demo ] || [ -n "${FIREFOX_PATH:-}" ] || command -v firefox-esr >/dev/null || command -v firefox >/dev/null || missing="$missing firefox-esr"
# An XMPP server, for the one test of a custom chat that runs real chat software.
prosody=''
[ "$only" = demo ] || [ -n "${PROSODY_PATH:-}" ] || command -v prosody >/dev/null || prosody=' prosody'
# A screen without a monitor, for the tests that press keys in Chromium's window.
xvfb=''
[ "$only" = demo ] || command -v Xvfb >/dev/null || xvfb=' xvfb'
[ -n "$missing$prosody$xvfb" ] || exit 0

as_root=''
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root='sudo'; else as_root='none'; fi
fi
if command -v apt-get >/dev/null && [ "$as_root" != none ]; then can_install='yes'; else can_install=''; fi

install() {
  say "Installing$1 …"
  # shellcheck disable=SC2086 # each word a package
  run $as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends$1"
}

if [ -n "$missing" ]; then
  if [ -z "$can_install" ]; then
    say "Missing:$missing. Install them (on Debian: sudo apt-get install$missing), or name the programs:"
    say '  CHROMIUM_PATH=/path/to/chromium FIREFOX_PATH=/path/to/firefox make test'
    exit 1
  fi
  install "$missing"
fi
if [ -n "$xvfb" ] && { [ -z "$can_install" ] || ! install "$xvfb"; }; then
  say 'Xvfb is missing: the tests that press keys in Chromium are skipped. Install it (on Debian: sudo apt-get install xvfb).'
fi
[ -n "$prosody" ] || exit 0
if [ -n "$can_install" ] && install "$prosody"; then
  # The test starts one of its own. The one that Debian starts would be a server that nobody has asked for.
  if command -v systemctl >/dev/null; then $as_root systemctl disable --now prosody >/dev/null 2>&1 || true; fi
else
  say 'Prosody is missing: tests/browser/converse.test.ts is skipped. Install it (on Debian: sudo apt-get install prosody),'
  say 'or name the program: PROSODY_PATH=/path/to/prosody make test'
fi
