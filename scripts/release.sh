#!/usr/bin/env bash
# Builds what a portal embeds, as small as it gets: scripts/release.sh OUT. It leaves the module that pages load, with the inbox's
# wasm beside it, the same for the desk, which that module brings in, and the languages in lang/. The inbox's wasm is in two: what a
# first view runs, and the rest; with WHOLE=1 it stays whole.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
out=${1:?say where to put the package}
cd "$here"

work=target/smallest
# minify_css NAME FILES: for the element at hand.
minify_css() { cat "${@:2}" | esbuild --loader=css --minify --target=es2022 --log-level=warning >"$glue/$1.css"; }
rm -rf "$out"
mkdir -p "$out"
for element in ${ELEMENTS:-inbox desk}; do
  # The standard library is compiled along, for size, with panics that abort at once and say nothing. A cdylib alone, because
  # cargo leaves out the optimisation over all crates where a library for Rust is made as well.
  RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$work \
    CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none" \
    cargo rustc -q --release --target "$WASM" --lib --crate-type cdylib --no-default-features --features "$element"
  glue=$work/glue-$element
  rm -rf "$glue"
  wasm-bindgen --target web --no-typescript --out-dir "$glue" --out-name widget "$work/$WASM/release/nexudus_inbox.wasm"
  if [ "$element" = inbox ]; then
    minify_css sheet style/widget.css ${WHOLE:+style/later.css}
    minify_css later style/later.css
    node scripts/shrink.mjs "$glue/widget.js" "$glue/widget_bg.wasm" "$work/inbox.wasm" to-split
    if [ -n "${WHOLE:-}" ]; then
      cp "$work/inbox.wasm" "$out/nexudus-inbox.wasm"
    else
      node scripts/outline.mjs "$work/inbox.wasm" bench/first-view.txt "$work/outlined.wasm"
      node scripts/split.mjs "$work/outlined.wasm" bench/first-view.txt \
        "$out/nexudus-inbox.wasm" "$out/nexudus-inbox-rest.wasm" "$glue/widget.js" "$glue/later.css"
    fi
  else
    minify_css sheet style/later.css "style/$element.css"
    node scripts/shrink.mjs "$glue/widget.js" "$glue/widget_bg.wasm" "$out/nexudus-$element.wasm"
  fi

  esbuild "src/package/$element.js" --bundle --format=esm --target=es2022 --log-level=warning --charset=utf8 \
    --loader:.css=text --alias:sheet="$here/$glue/sheet.css" --alias:glue="$here/$glue/widget.js" \
    --alias:rest="$here/src/embed/rest.js" --alias:load="$here/src/embed/load.js" --alias:shell="$here/src/shell" \
    --external:./nexudus-inbox.js --external:./nexudus-desk.js --external:'./lang/*' --outfile="$glue/bundle.js"
  # esbuild bundles, terser minifies: bench/README.md has what that gave.
  terser "$glue/bundle.js" --module --ecma 2022 --mangle \
    --compress passes=3,unsafe_arrows,inline=0,hoist_props=false,join_vars=false -o "$out/nexudus-$element.js"
done
# English is in the modules; the other languages lie beside them and are fetched when a page wants one.
esbuild src/i18n/lang/*.js src/i18n/lang/desk/*.js --outbase=src/i18n/lang --minify --format=esm --target=es2022 --charset=utf8 --log-level=warning --outdir="$out/lang"
cp LICENSE-MIT LICENSE-APACHE "$out/"
