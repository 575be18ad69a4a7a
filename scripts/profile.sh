#!/usr/bin/env bash
# Writes bench/first-view.txt anew: scripts/profile.sh. The list only has to be about right (scripts/split.mjs), so it is for
# when the first view has changed so much that `make size` says so.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"
WHOLE=1 scripts/release.sh dist
scripts/packed-page.sh dist target/profile
node scripts/instrument.mjs target/smallest/inbox.wasm target/profile/nexudus-inbox.wasm target/profile/names.json
NEXUDUS_PAGE=$here/target/profile cargo run -q -p nexudus-e2e --bin profile -- target/profile/names.json bench/first-view.txt
# What lies there is whole, and named.
rm -rf dist
