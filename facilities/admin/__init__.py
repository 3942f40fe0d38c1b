"""Staff pages of the directory. Importing the parts registers them."""

from . import facility, organization

__all__ = ["facility", "organization"]
