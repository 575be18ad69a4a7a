#!/usr/bin/env bash
# The suites that need a browser, in one engine: scripts/browsers.sh chromium|firefox|webkit [components|forced|pages] [PART-OF-A-NAME]
# `scripts/setup.sh test`, for WebKit also `webkit`, has brought the engines in before.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
cd "$here"

engine=${1:?say which engine: chromium, firefox or webkit}
case $engine in chromium | firefox | webkit) ;; *) printf '%s is no engine; there are chromium, firefox and webkit\n' "$engine" >&2; exit 2 ;; esac
shift
suites=(components pages)
case ${1:-} in components | forced | pages) suites=("$1"); shift ;; esac
# WebKitGTK has no mode without a screen. What it compiles of wasm while a page runs goes wrong once in some hundred pages, at another
# place each time: a trap where there is none, or the end of the page's process. So here it only interprets. And it draws by the
# processor, which is quicker than OpenGL without a graphics card.
screen=()
[ "$engine" != webkit ] || screen=(env JSC_useBBQJIT=0 WEBKIT_SKIA_ENABLE_CPU_RENDERING=1 xvfb-run -a)

component_tests() {
  export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-900} WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60
  case $engine in
    chromium) wasm-pack test --headless --chrome --mode no-install --chromedriver scripts/chromedriver.sh -- --test browser -- "$@" ;;
    firefox) wasm-pack test --headless --firefox --mode no-install -- --test browser -- "$@" ;;
    # wasm-pack insists on Apple's driver, and the runner knows this engine by the name of that alone.
    webkit) WASM_BINDGEN_TEST_ONLY_WEB=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
      SAFARIDRIVER=WebKitWebDriver "${screen[@]}" cargo test --target "$WASM" --test browser -- "$@" ;;
  esac
}

# Components, in wasm-bindgen-test's own page.
components() {
  local log=target/browser-tests-$engine${WASM_BINDGEN_TEST_WEBDRIVER_JSON:+-forced}.log
  mkdir -p target
  component_tests "$@" 2>&1 | tee "$log" || {
    # What failed stands at the end, where a log that was cut still has it.
    printf '\n== browser tests that failed in %s\n' "$engine"
    grep -aE '\.\.\. FAIL|panicked at|in vain|assertion|^ +(left|right):|SEVERE|timed out' "$log" | head -n 60
    exit 1
  }
}

# What depends on colours, where a person's own have taken their place: every state of the walk through the pseudo-language under axe,
# and what is left to tell things by. WebKit knows no such mode.
forced() {
  local part
  [ "$engine" != webkit ] || { printf 'WebKit does not force colours\n' >&2; exit 2; }
  for part in "${@:-pseudo}" forced_colours; do
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=tests/forced-colours.json components --include-ignored "$part"
  done
}

# Whole pages, with the sandbox behind them.
pages() {
  if [ -z "${NEXUDUS_PAGE:-}" ]; then
    scripts/page.sh target/page
    export NEXUDUS_PAGE=$here/target/page
  fi
  NEXUDUS_ENGINE=$engine "${screen[@]}" cargo test -q -p nexudus-e2e --test e2e -- "$@"
}

for suite in "${suites[@]}"; do
  printf '\n== %s in %s\n' "$suite" "$engine"
  "$suite" "$@"
done
