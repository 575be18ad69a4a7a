#!/usr/bin/env bash
# All checks, quickest first: scripts/test.sh [all]. `make test` and `make test-all` run set-up before it. Components and
# whole pages are tried in Chromium and Firefox, with `all` in WebKit, too.
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

step "promises"
node scripts/contract.mjs

step "spelling and secrets"
scripts/prose.sh

step "licences, bans and sources"
cargo deny --workspace --locked check bans licenses sources
node scripts/supply.mjs

step "lints, native"
cargo clippy -q --workspace --exclude nexudus-inbox --all-targets -- -D warnings
# What runs by name alone is no target of all.
cargo clippy -q -p nexudus-e2e --test hosts -- -D warnings
step "lints, wasm32"
cargo clippy -q -p nexudus-inbox --all-targets --target "$WASM" -- -D warnings

step "native tests"
cargo test -q -p nexudus-api -p nexudus-core -p nexudus-sandbox

# An error in a component shows in every engine first, before whole pages take their time. WebKit does not force colours.
engines=(chromium firefox)
[ "${1:-}" != all ] || engines+=(webkit)
for engine in "${engines[@]}"; do scripts/browsers.sh "$engine" components; done
for engine in chromium firefox; do scripts/browsers.sh "$engine" forced; done
for engine in "${engines[@]}"; do scripts/browsers.sh "$engine" pages; done
