from articles.models.article import SOURCE_FIELDS, Article, ArticleQuerySet, Kind, Status
from articles.models.review import Feedback, SignOff

__all__ = ["SOURCE_FIELDS", "Article", "ArticleQuerySet", "Feedback", "Kind", "SignOff", "Status"]
