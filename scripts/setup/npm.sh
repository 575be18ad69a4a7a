# Node.js, and what comes from npm. Sourced by scripts/setup.sh.

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
  npm_ci scripts/tools "$node_tools" "wasm-opt, esbuild, terser"
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
