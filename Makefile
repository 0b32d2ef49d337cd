# Every target is a thin call of one command. COLLECTED is the folder of
# correspondence, OUT the folder the build is written to.
COLLECTED ?= data/sample
OUT       ?=
SQL       ?= SELECT disposition, count(*) AS answers FROM answers GROUP BY ALL ORDER BY ALL
FORMAT    ?= table
REQUEST   ?=
DATE      ?= $(shell date -u +%F)
QUESTION  ?=

# staticcheck runs at this version and is no dependency of the program.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Packages whose code runs in several goroutines.
RACE = ./pipeline ./pipeline/collect

# VERSION is the release to make, PREVIOUS the archive or folder of the last one.
VERSION  ?=
PREVIOUS ?=
# SETS are the labelled threads that rules may be tuned and words counted on; KEPT
# are those that may not.
KEPT      = data/evaluation/kept
SETS      = data/sample $(filter-out $(KEPT),$(patsubst %/SAMPLE.md,%,$(wildcard data/evaluation/*/SAMPLE.md)))
# OLD is the build, folder or archive, that BUILT is compared with.
OLD      ?=
# PROBLEMS is the exit code that verify bears with: 1 where the input has known problems.
PROBLEMS ?= 0
# What the sample makes, as hashes. Parquet, workbook and descriptor are left out:
# they say the same, and change with the version and with the library that writes
# them; make verify holds their bytes to be equal in two builds.
LOCK    = data/sample.sha256
LOCKED  = csv summaries

BIN     = bin/roundrobin
BUILT   = $(or $(OUT),data/build)
IN      = --collected '$(COLLECTED)'
TO      = $(if $(OUT),--out '$(OUT)')
ASK     = bin/.ask
STAGES  = collect segment align code tables

.DEFAULT_GOAL := help
.PHONY: help dataset test check $(STAGES) checks summarise query report ask bundle serve evaluate learn folds explain verify locked lock diff release interoptools interop bench fuzz sample forms clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  variables: COLLECTED=DIR (default data/sample), OUT=DIR (default data/build)"

dataset: $(BIN) ## build everything from COLLECTED into OUT
	$(BIN) dataset $(IN) $(TO)

test: ## run the tests
	go test -timeout 20m ./...

check: ## the single gate: format, vet, staticcheck, tests, races
	@unformatted=$$(gofmt -l pipeline schema queries); if [ -n "$$unformatted" ]; then echo "not gofmted:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	go run $(STATICCHECK) ./...
	go test -timeout 20m ./...
	go test -race -short -timeout 20m $(RACE)

collect: $(BIN) ## read the correspondence, list the threads
	$(BIN) $@ $(IN) $(TO)

segment: $(BIN) ## run up to messages and passages with roles
	$(BIN) $@ $(IN) $(TO)

align: $(BIN) ## run up to passages with their questions
	$(BIN) $@ $(IN) $(TO)

code: $(BIN) ## run up to coded answers and facts
	$(BIN) $@ $(IN) $(TO)

tables: $(BIN) ## run up to all Parquet tables
	$(BIN) $@ $(IN) $(TO)

checks: $(BIN) ## run queries/checks on the build; a row is a failure
	$(BIN) check --out '$(BUILT)'

summarise: $(BIN) ## print the summaries of the build
	$(BIN) summarise --out '$(BUILT)'

query: $(BIN) ## run SQL='…' on the build, FORMAT=table|csv|json|markdown
	@$(BIN) query --out '$(BUILT)' --format '$(FORMAT)' "$$SQL"
query: export SQL := $(SQL)

report: $(BIN) ## write the build as web pages into OUT/report
	$(BIN) report --out '$(BUILT)'

ask: bundle $(BIN) ## write the report with the page that runs SQL; needs npm
	$(BIN) report --out '$(BUILT)' --engine $(ASK)/out

bundle: ## fetch and bundle with npm what the SQL page and its tests need
	mkdir -p $(ASK)
	cp pipeline/publish/report/ask/* $(ASK)
	npm ci --prefix $(ASK) --ignore-scripts --no-audit --no-fund
	npm run --prefix $(ASK) build

serve: $(BIN) ## serve OUT/report on this machine alone
	$(BIN) serve --out '$(BUILT)'

evaluate: $(BIN) ## compare the codes with the gold files in COLLECTED
	$(BIN) evaluate $(IN)

learn: $(BIN) ## count words of answers in SETS for schema/lexicon.tsv
	$(BIN) learn --lexicon schema/lexicon.tsv $(SETS)

folds: $(BIN) ## score every labelled set with a lexicon learnt from the others, note the figures in data/evaluation/history
	mkdir -p data/evaluation/history bin/folds
	cp schema/codebook.yaml bin/folds
	for set in $(SETS) $(KEPT); do \
		$(BIN) learn --quiet --lexicon bin/folds/lexicon.tsv $$(printf '%s\n' $(SETS) | grep -vxF $$set); \
		$(BIN) evaluate --codebook bin/folds/codebook.yaml --collected $$set --quiet --matrix 2>/dev/null | sed '/^Disagreements/,/(rows: gold/{/(rows: gold/!d}' \
			> data/evaluation/history/$(DATE)-$$(basename $$set).txt; done
	{ echo 'Threads kept aside, $(DATE)'; sed -n '/^field /,/^mean of practice, all/p' data/evaluation/history/$(DATE)-kept.txt; } > pipeline/publish/reliability.txt
	@head -8 data/evaluation/history/$(DATE)-*.txt

explain: $(BIN) ## show why an answer is coded so: REQUEST=… QUESTION=…
	@$(BIN) explain --out '$(BUILT)' $(REQUEST) $(QUESTION)

verify: $(BIN) ## build twice in other surroundings, compare bytes, compare the sample with its lock
	rm -rf bin/verify
	mkdir -p bin/verify/in
	cd '$(COLLECTED)' && find . -type d -exec mkdir -p '$(CURDIR)/bin/verify/in/{}' ';' && find . -type f | sort -r | while IFS= read -r f; do cp "$$f" "$(CURDIR)/bin/verify/in/$$f"; done
	@a=0; b=0; \
	GOMAXPROCS=1 TZ=Pacific/Auckland LC_ALL=C $(BIN) dataset $(IN) --quiet --jobs 1 --out bin/verify/a || a=$$?; \
	GOMAXPROCS=4 TZ=America/New_York LC_ALL=tr_TR.UTF-8 $(BIN) dataset --collected bin/verify/in --quiet --jobs 4 --out bin/verify/b || b=$$?; \
	[ $$a -le $(PROBLEMS) ] && [ $$a = $$b ] || { echo "verify: the builds ended with $$a and $$b" >&2; exit 1; }
	diff -r --exclude=dataset.duckdb bin/verify/a bin/verify/b
	cd bin/verify/a && sha256sum --check --quiet SHA256SUMS
	@echo "verify: two builds, same bytes"
	$(MAKE) --no-print-directory locked

locked: $(BIN) ## hold the sample to the hashes of its lock file
	$(BIN) dataset --collected data/sample --quiet --out bin/locked
	@cd bin/locked && find $(LOCKED) -type f | LC_ALL=C sort | xargs sha256sum | diff '$(CURDIR)/$(LOCK)' - || \
	{ echo "locked: the sample's data moved; where that is meant, make lock and commit $(LOCK)" >&2; exit 1; }
	@echo "locked: the sample is as its lock says"

lock: $(BIN) ## write the hashes of the sample to its lock file
	$(BIN) dataset --collected data/sample --quiet --out bin/locked
	cd bin/locked && find $(LOCKED) -type f | LC_ALL=C sort | xargs sha256sum > '$(CURDIR)/$(LOCK)'

diff: $(BIN) ## tell the build from OLD=DIR: rows, cells, causes, version due
	@$(BIN) diff --format '$(FORMAT:table=text)' '$(OLD)' '$(BUILT)'

release: $(BIN) ## hold the build to VERSION=, write CHANGELOG.md and an archive; PREVIOUS= is the last one
	$(BIN) release --out '$(BUILT)' --previous '$(PREVIOUS)' --date '$(DATE)' '$(VERSION)'

interoptools: ## install the other readers into bin and .ci; needs Python and Node
	python3 -m venv bin/interop
	bin/interop/bin/pip install --quiet --disable-pip-version-check -r .ci/interop/requirements.txt
	npm ci --prefix .ci/interop --ignore-scripts --no-audit --no-fund

interop: ## compare what other readers make of the build's tables
	bin/interop/bin/python .ci/interop/interop.py '$(BUILT)'
	bin/interop/bin/frictionless validate '$(BUILT)/datapackage.json' > bin/interop/frictionless.txt || { cat bin/interop/frictionless.txt; exit 1; }
	@echo "interop: every reader agrees, and frictionless finds the package valid"

bench: ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

FUZZTIME ?= 5m
fuzz: ## run every fuzz target for FUZZTIME, one after the other
	grep -rl '^func Fuzz' --include='*_test.go' . | sort | while read -r file; do \
		for target in $$(sed -n 's/^func \(Fuzz[A-Za-z]*\).*/\1/p' "$$file"); do \
			go test "$$(dirname "$$file")" -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x || exit 1; done; done

sample: ## write data/forms, the sample in every form of input, anew
	go test ./pipeline -run 'Forms' -update

forms: ## compare the codes of every form of input with those of its YAML form
	go test ./pipeline -run 'Forms' -v

clean: ## remove what was built
	rm -rf bin data/build data/build-* data/build.*

$(BIN): FORCE
	@go build -buildvcs=false -o $@ ./pipeline
