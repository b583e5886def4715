.PHONY: help demo test bench prove dev format lint lock messages screenshots
PORT ?= 8000
python := .venv/bin/python
manage := $(python) manage.py

help: ## List these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo dev: export SITE_URL ?= http://localhost:$(PORT)

demo: ## Serve a living newsroom on PORT (8000)
	@python=$$(.ci/python) && $$python -m newsroom.port $(PORT)
	@.ci/setup runtime
	@$(python) -m newsroom.first_run
	@.ci/static
	@echo "Preparing the database"
	@$(manage) migrate --verbosity 0
	@$(manage) demo
	@$(manage) serve --port $(PORT) --housekeeping

test: ## Run the whole suite, browser included; TEST="…" names a part or an option
	@.ci/setup dev
	@TRIBUNE_CHROMIUM="$$(.ci/chromium)" $(python) -m pytest $(TEST)

bench: ## Time bodies and pages, in minutes
	@.ci/setup dev
	@TRIBUNE_CHROMIUM="$$(.ci/chromium)" $(python) -W error::RuntimeWarning -m tests.bench

prove: ## Run the long proofs; PROOF="storm" names some
	@.ci/setup dev
	@TRIBUNE_CHROMIUM="$$(.ci/chromium)" $(python) -m tests.prove $(PROOF)

dev: ## Serve with DEBUG and reload, on PORT
	@.ci/setup dev
	@$(python) -m newsroom.first_run
	@$(manage) migrate --verbosity 0
	@DEBUG=1 $(manage) runserver localhost:$(PORT)

format: ## Format Python and templates
	@.ci/setup dev
	@$(python) -m ruff format
	@git ls-files -z -co --exclude-standard -- '*.html' | xargs -0 -r .venv/bin/djade --target-version 5.2
	@$(python) -m ruff check --fix

lint: ## Tell what `make format` would change, and what it cannot
	@.ci/setup dev
	@.ci/lint

lock: ## Compile requirements/*.in; LOCK=--upgrade takes newer releases
	@.ci/lock $(LOCK)

messages: ## Collect the words to translate, and compile their French (needs gettext)
	@.ci/setup dev
	@$(manage) makemessages --locale fr --no-location --no-obsolete --ignore .venv --ignore var
	@$(manage) compilemessages --locale fr --ignore .venv

screenshots: ## Take the README's and the guide's pictures of the demo served on PORT
	@.ci/setup dev
	@TRIBUNE_CHROMIUM="$$(.ci/chromium)" $(python) docs/take_screenshots.py http://localhost:$(PORT)
	@TRIBUNE_CHROMIUM="$$(.ci/chromium)" $(python) docs/take_guide.py http://localhost:$(PORT)
