#!/usr/bin/env bash
# Every option to play with: the package and the sandbox, on one address and under a strict policy. Ctrl-C ends it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"
package=${1:-dist}
out=target/playground
listen=127.0.0.1:8788

rm -rf "$out"
mkdir -p "$out"
cp -r "$package/." docs/playground.css docs/playground.js "$out/"
cp docs/playground.html "$out/index.html"
cp src/embed/options.json "$out/"

cargo build -q -p nexudus-sandbox
printf '\n  The playground   http://%s\n  Sample sign-ins  member@example.com / member, staff@example.com / staff\n\n' "$listen"
exec "${CARGO_TARGET_DIR:-target}/debug/nexudus-sandbox" --listen "$listen" --site "$out" \
  --csp "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'"
