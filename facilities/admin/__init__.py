"""Staff pages of the directory. Importing the parts registers them."""

from . import facility, organization, proposals, reports

__all__ = ["facility", "organization", "proposals", "reports"]
