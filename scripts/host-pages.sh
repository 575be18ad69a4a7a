#!/usr/bin/env bash
# The pages of e2e/hosts/ with the release in them, as their operators would serve it: scripts/host-pages.sh PACKAGE OUT.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
package=$(cd "${1:?say where the package is}" && pwd)
out=${2:?say where to put the pages}
cd "$here"
rm -rf "$out"
mkdir -p "$out/bundled"
cp e2e/hosts/*.html e2e/hosts/*.svg e2e/hosts/*.js "$out/"
for version in 18 19; do sed "s/VERSION/$version/" "$out/react.html" >"$out/react-$version.html"; done
rm "$out/react.html"
# The lines that guide and README print, each on a page that has what they call their own.
node scripts/guide-pages.mjs "$out"
for printed in guide readme; do sed "s/PRINTED/$printed/" "$out/printed.html" >"$out/$printed-element.html"; done
rm "$out/printed.html"
cp -r "$package" "$out/assets"

# bundle PAGE NAME [esbuild arguments]: the wasm lies where the module looks for it, beside itself.
bundle() {
  local page=$1 name=$2
  shift 2
  NODE_PATH=$host_modules/node_modules esbuild "$name=$page" --bundle --splitting --format=esm --target=es2022 --charset=utf8 \
    --log-level=warning --outdir="$out/bundled" --alias:nexudus-inbox="$package/nexudus-inbox.js" "$@"
}

bundle e2e/hosts/bundler/page.js page --minify
react=(e2e/hosts/react/page.js --alias:nexudus-inbox/react="$package/react.js" '--define:process.env.NODE_ENV="development"')
bundle "${react[0]}" react-19 "${react[@]:1}"
bundle "${react[0]}" react-18 "${react[@]:1}" --alias:react=react-18 --alias:react-dom=react-dom-18
bundle e2e/hosts/react/guide.jsx guide-react "${react[@]:1}" --jsx=automatic --alias:notifications="$(realpath "$out")/guide-react.jsx"
bundle e2e/hosts/vue/page.js vue --alias:nexudus-inbox/vue="$package/vue.js" '--define:process.env.NODE_ENV="production"' \
  --define:__VUE_OPTIONS_API__=true --define:__VUE_PROD_DEVTOOLS__=false --define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false
cp "$package"/*.wasm "$out/bundled/"
