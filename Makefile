# Everything a newcomer needs: `make serve` to try it, `make test` to prove it. Each brings in what it needs first.
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

serve: ## the portal page with the sandbox behind it, on one address
	@scripts/setup.sh serve
	@scripts/serve.sh

test: ## format, lints, native tests, components and whole pages in Chromium and Firefox
	@scripts/setup.sh test
	@scripts/test.sh

test-all: ## the same, in WebKit too
	@scripts/setup.sh test webkit
	@scripts/test.sh all

size: ## what a first visit downloads; fails above bench/size-budget.txt
	@scripts/setup.sh size
	@. scripts/env.sh && node --test --test-reporter=dot scripts/
	@scripts/release.sh dist
	@node scripts/size.mjs dist bench/size-budget.txt

dist: ## the npm package: modules, types, wrappers, checksums
	@scripts/setup.sh size
	@scripts/dist.sh dist

reproducible: ## the package built twice in two places, compared byte by byte
	@scripts/setup.sh size
	@scripts/reproducible.sh

playground: ## every option to play with, on the package and the sandbox
	@scripts/setup.sh size
	@[ -f dist/package.json ] || scripts/dist.sh dist
	@scripts/playground.sh dist

packed: ## the package as an operator embeds it, weighed and tried end to end, on the pages of e2e/hosts too
	@scripts/setup.sh test size hosts
	@. scripts/env.sh && node --test --test-reporter=dot scripts/
	@scripts/dist.sh dist
	@node scripts/size.mjs dist bench/size-budget.txt
	@scripts/packed-page.sh dist target/packed
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/packed cargo test -q -p nexudus-e2e -- compose rest session
	@scripts/host-pages.sh dist target/hosts
	@. scripts/env.sh && NEXUDUS_HOSTS=$(CURDIR)/target/hosts cargo test -q -p nexudus-e2e --test hosts

profile: ## writes anew which functions a first view runs (bench/first-view.txt); the release sends these first
	@scripts/setup.sh test size
	@scripts/profile.sh

bench: ## what lists of 25, 1,000 and 10,000 rows cost, and how soon the first row is there, beside other inboxes
	@scripts/setup.sh test size bench
	@scripts/release.sh dist
	@scripts/packed-page.sh dist target/packed
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/packed cargo run -q -p nexudus-e2e --bin bench
	@. scripts/env.sh && cargo build -q -p nexudus-sandbox
	@. scripts/env.sh && BENCH_MODULES=$$contenders/node_modules node bench/start/run.mjs dist \
	  $${CARGO_TARGET_DIR:-target}/debug/nexudus-sandbox --results bench/start/results.md

pictures: ## the pictures in docs/, taken from the running page
	@scripts/setup.sh test pictures
	@scripts/page.sh target/page
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/page cargo run -q -p nexudus-e2e --bin pictures -- docs

doc: ## rustdoc of the crates, warnings denied
	@. scripts/env.sh && RUSTDOCFLAGS="-D warnings" cargo doc -q --workspace --no-deps

.PHONY: help serve test test-all size dist reproducible playground packed profile bench pictures doc
