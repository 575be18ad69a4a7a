# Everything a newcomer needs: `make serve` to try it, `make test` to prove it. Each brings in what it needs first.
SHELL := /bin/bash
.DEFAULT_GOAL := help

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: ## the portal page with the sandbox behind it, on one address
	@scripts/setup.sh serve
	@scripts/serve.sh

test: ## format, lints, native tests, browser tests, end-to-end tests
	@scripts/setup.sh test
	@scripts/test.sh

size: ## what a first visit downloads; fails above bench/size-budget.txt
	@scripts/setup.sh size
	@scripts/release.sh dist
	@node scripts/size.mjs dist bench/size-budget.txt

packed: ## the release as an operator embeds it, tried end to end, on the pages of e2e/hosts too
	@scripts/setup.sh test size hosts
	@scripts/release.sh dist
	@scripts/packed-page.sh dist target/packed
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/packed cargo test -q -p nexudus-e2e -- compose session
	@scripts/host-pages.sh dist target/hosts
	@. scripts/env.sh && NEXUDUS_HOSTS=$(CURDIR)/target/hosts cargo test -q -p nexudus-e2e --test hosts

bench: ## what lists of 25, 1,000 and 10,000 rows cost in the browser
	@scripts/setup.sh test size
	@scripts/release.sh dist
	@scripts/packed-page.sh dist target/packed
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/packed cargo run -q -p nexudus-e2e --bin bench

pictures: ## the pictures in docs/, taken from the running page
	@scripts/setup.sh test pictures
	@scripts/page.sh target/page
	@. scripts/env.sh && NEXUDUS_PAGE=$(CURDIR)/target/page cargo run -q -p nexudus-e2e --bin pictures -- docs

doc: ## rustdoc of the crates, warnings denied
	@. scripts/env.sh && RUSTDOCFLAGS="-D warnings" cargo doc -q --workspace --no-deps

.PHONY: help serve test size packed bench pictures doc
