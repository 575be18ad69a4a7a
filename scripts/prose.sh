#!/usr/bin/env bash
# Spelling, and nothing secret, in everything that is checked in: scripts/prose.sh
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"

# Other languages, lock files, sample data and generated lists are left out.
mapfile -t files < <(git ls-files | grep -vE '/lang/|package-lock|Cargo\.lock|\.png$|first-view\.txt|sample/|tests/seeds/|LICENSE')
if command -v codespell >/dev/null; then codespell --ignore-words-list crate,crates,nd,bringin,sie,feld,mot,passtime "${files[@]}"; else
  echo "prose: codespell is not here, so spelling is not checked (scripts/setup.sh test brings it in on Debian)" >&2
fi

# Keys and tokens as they look in the wild. The tests' own begin otherwise.
secrets='-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|npm_[A-Za-z0-9]{36}|xox[baprs]-[0-9A-Za-z-]{10}|eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}'
if git ls-files -z | xargs -0 grep -nIE -e "$secrets"; then
  echo "prose: the lines above look like secrets; take them out, and call them back where they were given out." >&2
  exit 1
fi
echo "${#files[@]} files read"
