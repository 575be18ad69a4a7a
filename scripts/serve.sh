#!/usr/bin/env bash
# The sandbox with sample data and trunk's development server before it; Ctrl-C ends both.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"

api=http://127.0.0.1:8788
page=http://127.0.0.1:8080

say() { printf '%s\n' "$*"; }
in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for port in 8788 8080; do
  if in_use $port; then
    say "serve: port $port is taken; end what listens there and run this again." >&2
    exit 1
  fi
done

say "Building; the first time takes some minutes."
cargo build -q -p nexudus-sandbox
"${CARGO_TARGET_DIR:-target}/debug/nexudus-sandbox" >target/sandbox.log 2>&1 &
sandbox=$!
trunk serve --quiet >target/trunk.log 2>&1 &
trunk=$!
stop() {
  trap - EXIT INT TERM
  kill "$sandbox" "$trunk" 2>/dev/null || true
  wait 2>/dev/null || true
}
trap stop EXIT
trap 'stop; exit 0' INT TERM

# Trunk listens once the first build is through; whichever dies first ends the wait with its own words.
until in_use 8080 && in_use 8788; do
  kill -0 "$sandbox" 2>/dev/null || { cat target/sandbox.log >&2; exit 1; }
  kill -0 "$trunk" 2>/dev/null || { cat target/trunk.log >&2; exit 1; }
  sleep 0.5
done

say ""
say "  The portal    $page"
say "  A member      member@example.com / member   (with a bell: $page/?bell)"
say "  Staff         staff@example.com / staff   (on $page/#staff)"
say ""
say "  The API answers from the sandbox on $api. Ctrl-C ends both."
wait -n "$sandbox" "$trunk" || true
say "serve: one of the two has ended; its last words are in target/sandbox.log or target/trunk.log." >&2
exit 1
