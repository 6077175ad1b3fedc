# The commands that people type. Node 20.19 or newer is all they need.
FLEET ?= fleet.yaml
INSTALLED := node_modules/.fleet-install

REPORT ?= report.html

.PHONY: preview test check calendar report clean

preview: $(INSTALLED)
	@npm run --silent build
	@npx --no-install fleet preview "$(FLEET)"

check: $(INSTALLED)
	@npm run --silent build
	@npx --no-install fleet check "$(FLEET)"

calendar: $(INSTALLED)
	@npm run --silent build
	@npx --no-install fleet calendar "$(FLEET)"

# A report on made-up evidence of the fleet, to see what there is to see.
report: $(INSTALLED)
	@npm run --silent build
	@npx --no-install fleet report --demo --fleet "$(FLEET)" --out "$(REPORT)"

test: $(INSTALLED)
	npm run --silent build
	npm run --silent lint
	npm test --silent

# Installs what the lock file names, and again only when it changes.
$(INSTALLED): package-lock.json package.json policy/package.json
	@echo "installing and building (once, about a minute)"
	@npm ci --no-fund --no-audit --loglevel=error
	@touch $@

clean:
	rm -rf dist policy/dist node_modules
