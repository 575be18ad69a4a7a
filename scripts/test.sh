#!/usr/bin/env bash
# All checks, quickest first. `make test` runs set-up before it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"

step() { printf '\n== %s\n' "$*"; }

step "format"
cargo fmt --all --check

step "texts"
node scripts/texts.mjs

step "options"
node scripts/options.mjs --check

step "lints, native"
cargo clippy -q --workspace --exclude nexudus-inbox --all-targets -- -D warnings
step "lints, wasm32"
cargo clippy -q -p nexudus-inbox --all-targets --target "$WASM" -- -D warnings

step "native tests"
cargo test -q -p nexudus-api -p nexudus-core -p nexudus-sandbox

step "browser tests"
export WASM_BINDGEN_TEST_TIMEOUT=400
# What failed stands at the end, where a log that was cut still has it.
mkdir -p target
wasm-pack test --headless --chrome --mode no-install --chromedriver scripts/chromedriver.sh 2>&1 | tee target/browser-tests.log || {
  printf '\n== browser tests that failed\n'
  grep -aE '\.\.\. FAIL|panicked at|in vain|assertion|^ +(left|right):|SEVERE|timed out' target/browser-tests.log | head -n 60
  exit 1
}

step "end-to-end tests"
scripts/page.sh target/page
NEXUDUS_PAGE=$here/target/page cargo test -q -p nexudus-e2e
