#!/usr/bin/env bash
# The npm package: scripts/dist.sh OUT. The smallest release with types, the wrappers for React and Vue, and checksums beside it.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
out=${1:?say where to put the package}
cd "$here"

scripts/release.sh "$out"
# What they wrap is a module of its own, and the frameworks are the page's.
for wrapper in react vue; do
  esbuild "src/package/$wrapper.js" --bundle --minify --format=esm --target=es2022 --charset=utf8 --log-level=warning \
    --external:$wrapper --external:./nexudus-inbox.js --outfile="$out/$wrapper.js"
done
cp src/package/react.d.ts src/package/vue.d.ts src/package/nexudus-desk.d.ts src/package/README.md "$out/"
cp docs/guide.md "$out/"
node scripts/options.mjs --package "$out"
node scripts/package.mjs "$out"
