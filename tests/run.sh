#!/usr/bin/env bash
# Runs every test. Needs the .NET SDK and Node; brings a browser if there is none. Arguments go to dotnet test.
set -euo pipefail
cd "$(dirname "$0")/.."

browser() {
  if [ -n "${DATASHARING_CHROMIUM:-}" ] && [ -x "$DATASHARING_CHROMIUM" ]; then echo "$DATASHARING_CHROMIUM"; return 0; fi
  for candidate in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$candidate" && return 0
  done
  for candidate in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome "$HOME"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium; do
    if [ -x "$candidate" ]; then echo "$candidate"; return 0; fi
  done
  return 1
}

# Most methods run a few times only: measuring which are hot costs more than it gains, and so does guarding the pages they are compiled into.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0
# Room for what a request allocates, so that the collector runs a third as often.
export DOTNET_GCgen0size=0x4000000

# As it is deployed, which is also faster: code of a debug build is never optimised, however often it runs.
configuration=Release

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

dotnet build --nologo -v quiet -c "$configuration"

if ! browser > /dev/null; then
  echo "No Chromium or Chrome found. Installing Chromium for the browser tests with Playwright's installer."
  if ! timeout 300 node "tests/DataSharing.EndToEnd.Tests/bin/$configuration/net10.0/.playwright/package/cli.js" install chromium; then
    if command -v apt-get > /dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2> /dev/null; }; then
      echo "That did not work. Installing Debian's packages chromium and fonts-liberation."
      as_root apt-get update -qq
      as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation > /dev/null
    fi
  fi
fi

if ! DATASHARING_CHROMIUM="$(browser)"; then
  echo "The browser tests need Chromium or Chrome. Install one (Debian: apt install chromium; macOS: brew install --cask chromium) and run this again." >&2
  exit 1
fi
export DATASHARING_CHROMIUM

dotnet test --no-build -c "$configuration" "$@"
