# Sourced by every script: which compiler, and where the tools are. It decides and says nothing, installs nothing.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$here/scripts/versions.env"

WASM=wasm32-unknown-unknown
cache=${XDG_CACHE_HOME:-$HOME/.cache}/nexudus-inbox
deny_tool=$cache/deny-$CARGO_DENY
# What makes a release small; another folder for every change of the lock file, as with the two below.
node_tools=$cache/tools-$(cksum <"$here/scripts/tools/package-lock.json" | cut -d ' ' -f 1)
# What `make bench` holds the start against.
contenders=$cache/bench-$(cksum <"$here/bench/package-lock.json" | cut -d ' ' -f 1)
# What the host pages of the end-to-end tests are made with.
host_modules=$cache/hosts-$(cksum <"$here/e2e/hosts/package-lock.json" | cut -d ' ' -f 1)
export PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH:$node_tools/node_modules/.bin:$deny_tool/bin"

# True when the given rustc has a standard library for wasm32 at hand. The folder is the proof: `rustc` names it even when empty.
has_wasm_std() {
  local libdir
  libdir=$("$@" --print target-libdir --target "$WASM" 2>/dev/null) && compgen -G "$libdir/libstd-*.rlib" >/dev/null
}

# Debian's compiler serves machines that reach package mirrors and nothing else. Where the usual one already knows
# wasm32 it stays in charge.
use_toolchain() {
  if has_wasm_std rustc; then return 0; fi
  if has_wasm_std /usr/bin/rustc; then
    if command -v rustup >/dev/null && rustup toolchain list 2>/dev/null | grep -q '^distro'; then
      export RUSTUP_TOOLCHAIN=distro
    else
      export PATH="/usr/bin:$PATH"
    fi
    return 0
  fi
  return 1
}
use_toolchain || true
