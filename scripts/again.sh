#!/usr/bin/env bash
# Whether what passed once passes each time: scripts/again.sh TIMES [ENGINE [SUITE [PART-OF-A-NAME]]], with the words of browsers.sh.
# Without an engine, all suites of `make test-all` that need a browser take turns. A line for each run; whole logs in target/again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

times=${1:-}
[[ $times =~ ^[1-9][0-9]*$ ]] || { printf 'say how many times first, such as scripts/again.sh 10 firefox components\n' >&2; exit 2; }
shift
turns=("$*")
[ $# -gt 0 ] || turns=({chromium,firefox,webkit}\ {components,pages} {chromium,firefox}\ forced)

mkdir -p target/again
failed=0
for ((turn = 1; turn <= times; turn++)); do
  for words in "${turns[@]}"; do
    log=target/again/$turn-${words// /-}.log
    from=$SECONDS
    # shellcheck disable=SC2086 # The words are an engine, a suite and a part of a name.
    if scripts/browsers.sh $words >"$log" 2>&1; then
      # A name that no test has would pass as well.
      ran=$(awk 'match($0, /[0-9]+ passed/) { all += substr($0, RSTART) } END { print all + 0 }' "$log")
      result="$ran passed"
      [ "$ran" -gt 0 ] || { result="no test ran"; failed=$((failed + 1)); }
    else
      result="FAILED, see $log"
      failed=$((failed + 1))
    fi
    printf '%3d of %d  %-20s %5d s  %s\n' "$turn" "$times" "$words" $((SECONDS - from)) "$result"
  done
done
[ "$failed" = 0 ] || { printf '%d of %d runs failed\n' "$failed" $((times * ${#turns[@]})); exit 1; }
printf 'all %d runs passed\n' $((times * ${#turns[@]}))
