#!/usr/bin/env bash
# Builds the demo portal without trunk: scripts/page.sh OUT [cargo build arguments]. The end-to-end tests and the pictures use it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
out=${1:?say where to put the page}
shift
cd "$here"
cargo build -q --target "$WASM" --lib "$@"
case " $* " in *" --release "*) profile=release ;; *) profile=debug ;; esac
rm -rf "$out"
mkdir -p "$out"
wasm-bindgen --target web --no-typescript --out-dir "$out" --out-name nexudus-inbox \
  "${CARGO_TARGET_DIR:-target}/$WASM/$profile/nexudus_inbox.wasm"
cp style/portal.css style/portal.js "$out/"
printf 'import init from "./nexudus-inbox.js";\nawait init();\n' >"$out/start.js"
# The page as trunk would write it, with a script of its own in place of trunk's inline one.
sed -e 's|<link data-trunk rel="css" href="style/portal.css">|<link rel="stylesheet" href="portal.css">|' \
  -e '/rel="copy-file"/d' -e 's|<link data-trunk rel="rust"[^>]*>|<script type="module" src="start.js"></script>|' index.html >"$out/index.html"
