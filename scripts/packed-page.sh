#!/usr/bin/env bash
# The demo portal as an operator would embed the release: scripts/packed-page.sh PACKAGE OUT.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
package=${1:?say where the package is}
out=${2:?say where to put the page}
cd "$here"
rm -rf "$out"
mkdir -p "$out"
cp -r "$package/." style/portal.css style/portal.js "$out/"
modules='<script type="module" src="nexudus-inbox.js"></script>'
sed -e 's|<link data-trunk rel="css" href="style/portal.css">|<link rel="stylesheet" href="portal.css">|' \
  -e '/rel="copy-file"/d' -e "s|<link data-trunk rel=\"rust\"[^>]*>|$modules|" index.html >"$out/index.html"
