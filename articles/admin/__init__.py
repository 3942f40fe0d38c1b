"""Staff pages of the library."""

from articles.admin import article, reviews

__all__ = ["article", "reviews"]
