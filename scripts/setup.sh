#!/usr/bin/env bash
# Brings in what a command needs and leaves alone what is there: scripts/setup.sh serve|test|webkit|size|hosts|pictures|bench [...]
# Only ordinary package clients are used (apt-get, cargo, npm, pip, rustup as the last resort).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"

say() { printf 'set-up: %s\n' "$*" >&2; }
die() { printf 'set-up: %s\n' "$*" >&2; exit 1; }
is_root_on_debian() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

apt_lists_fresh=
apt_update() {
  [ -n "$apt_lists_fresh" ] || apt-get update -qq >/dev/null 2>&1 || say "apt-get update failed; going on with the lists at hand"
  apt_lists_fresh=1
}
apt_install() {
  apt_update
  say "apt-get install $*"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null \
    || die "Debian could not install '$*'; look at 'apt-get install $*' and run this again."
}

for part in rust engines checks npm; do . "$here/scripts/setup/$part.sh"; done

[ $# -gt 0 ] || die "say what for: serve, test, webkit, size, hosts, pictures or bench."
for purpose in "$@"; do
  case $purpose in
    serve) need_wasm_target; need_bindgen; cargo_tool trunk trunk "$TRUNK" least ;;
    test)  need_wasm_target; need_node; need_spelling; need_deny; need_axe; need_browser; need_bindgen; need_firefox; cargo_tool wasm-pack wasm-pack "$WASM_PACK" least ;;
    webkit) need_webkit ;;
    pictures) need_fonts ;;
    size)  need_wasm_target; need_bindgen; need_optimizer ;;
    hosts) need_optimizer; npm_ci e2e/hosts "$host_modules" "React and Vue" ;;
    bench) npm_ci bench "$contenders" "some 500 MB, most of it another package's icons"; need_browser ;;
    *)     die "nothing is known for '$purpose'; it takes serve, test, webkit, size, hosts, pictures or bench." ;;
  esac
done
