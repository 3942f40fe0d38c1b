"""What people say about an article: a reviewer's sign-off, a visitor's yes or no."""

import datetime

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate

from articles.models.article import Article


class SignOff(models.Model):
    """A named reviewer has read exactly this text. It never changes; a new text needs a new one."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="sign_offs")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reviewer = models.CharField("name", max_length=120)
    credential = models.CharField(max_length=60, help_text="Such as MD, PharmD, NP.")
    licence = models.CharField("license", max_length=80, help_text="State and number.")
    profile = models.URLField(help_text="A public page that shows who the reviewer is.")
    signed_on = models.DateField(default=localdate)
    next_due = models.DateField("next review due")
    text_hash = models.CharField(max_length=64, editable=False)

    def __str__(self) -> str:
        return f"{self.reviewer}, {self.credential}, {self.signed_on}"

    def holds(self, today: datetime.date) -> bool:
        """Whether the badge may rest on it: the text is the one that was read, and the next review is not past due."""
        return self.next_due >= today and self.text_hash == self.article.reading_hash


class Feedback(models.Model):
    """One "was this helpful". No name, no address, no time of day."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="feedback")
    helpful = models.BooleanField()
    day = models.DateField(default=localdate)

    def __str__(self) -> str:
        return f"{'Helpful' if self.helpful else 'Not helpful'}, {self.day}"
