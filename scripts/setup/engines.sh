# Browsers with their drivers, and what they draw with. Sourced by scripts/setup.sh.

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

# Sample texts have emoji, and a bare machine has no font for them.
need_fonts() {
  if is_root_on_debian && ! dpkg -s fonts-noto-color-emoji >/dev/null 2>&1; then apt_install fonts-noto-color-emoji; fi
}
