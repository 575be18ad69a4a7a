#!/usr/bin/env bash
# All checks, quickest first: scripts/test.sh ENGINE [...]. `make test` and `make test-all` run set-up before it.
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

# An error in a component shows in every engine first, before whole pages take their time.
for engine; do scripts/browsers.sh "$engine" components; done
for engine; do scripts/browsers.sh "$engine" pages; done
