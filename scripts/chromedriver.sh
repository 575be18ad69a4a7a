#!/usr/bin/env bash
exec "$(dirname "${BASH_SOURCE[0]}")/apart.sh" "${REAL_CHROMEDRIVER:-chromedriver}" "$@"
