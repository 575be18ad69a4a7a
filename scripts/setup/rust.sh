# The compiler, with a standard library for wasm32, and what Cargo builds. Sourced by scripts/setup.sh.

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
