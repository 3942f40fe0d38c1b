"""Staff pages of the directory. Importing the parts registers them."""

from . import facility, imports, organization, proposals, reports

__all__ = ["facility", "imports", "organization", "proposals", "reports"]
