#!/usr/bin/env bash
# A driver for wasm-bindgen's test runner whose browser leaves no connection open: scripts/apart.sh DRIVER [ARGUMENT ...]
#
# The web server inside wasm-bindgen-test-runner gives each connection a thread for as long as it is open, and when several come
# at once it can count an idle thread twice (the task pool of tiny_http): one connection is then never served, and the page
# never finishes loading. So here every request gets a connection of its own, through scripts/apart.mjs. Firefox needs no more
# than a setting for it, in webdriver.json; WebKitGTK would look for its own driver behind the proxy, and has not met it.
set -euo pipefail
coproc apart { exec node "$(dirname "${BASH_SOURCE[0]}")/apart.mjs"; }
read -r port <&"${apart[0]}"
# Browsers leave loopback addresses out unless they are told so.
unset all_proxy ALL_PROXY auto_proxy AUTO_PROXY
export http_proxy=http://127.0.0.1:$port no_proxy="<-loopback>"
exec "$@"
