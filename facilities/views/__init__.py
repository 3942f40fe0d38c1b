"""Pages of the facility finder, one module per kind of page."""
