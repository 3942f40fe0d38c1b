"""Staff pages of the site as a whole: people and announcements. Importing the parts registers them."""

from . import announcements, people

__all__ = ["announcements", "people"]
