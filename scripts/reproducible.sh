#!/usr/bin/env bash
# Builds the current commit twice, in two folders that are called differently, and compares every byte of the two packages.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"
# Somebody may commit meanwhile.
commit=$(git rev-parse HEAD)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for place in one two/with/a/longer/path; do
  mkdir -p "$scratch/$place"
  git archive "$commit" | tar -x -C "$scratch/$place"
  # What was compiled goes at once; it is a gigabyte each time.
  (cd "$scratch/$place" && scripts/dist.sh dist && rm -rf target)
done
hashes() { (cd "$1/dist" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum); }
if ! diff <(hashes "$scratch/one") <(hashes "$scratch/two/with/a/longer/path"); then
  printf 'reproducible: the files above differ between two builds of the same commit.\n' >&2
  exit 1
fi
printf 'reproducible: %s files, the same bytes twice.\n' "$(hashes "$scratch/one" | wc -l)"
