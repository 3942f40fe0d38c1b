"""The editing form, and the form a reviewer signs."""

from typing import Any

from django import forms
from django.utils.timezone import localdate

from articles.checks import problems_in
from articles.models import Article, SignOff


class LinesField(forms.CharField):
    """A list of short texts, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return list(initial or []) != self.to_python(data)


class ArticleForm(forms.ModelForm):
    """Refuses a text with an unknown source or part; wording is shown beside the text, not enforced."""

    related = LinesField(required=False, help_text="Names of pages, one a line: care/iop")
    keywords = LinesField(required=False, help_text="Other words people search for, one a line.")
    change_note = forms.CharField(
        required=False,
        max_length=200,
        label="Note for readers",
        help_text="What changed, in a sentence. It joins the public change log and sets the date of update to today.",
    )

    class Meta:
        model = Article
        fields = (
            "topic", "slug", "title", "summary", "kind", "substance", "level", "order", "related", "keywords",
            "published", "updated", "review_due", "status", "body",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        draft = Article(
            **{name: cleaned[name] for name in ("topic", "slug", "substance", "level") if name in cleaned}
        )
        for line, reason in sorted(set(problems_in(cleaned.get("body", ""), draft.page))):
            self.add_error("body", f"Line {line}: {reason}")
        if cleaned.get("kind") == "substance" and not cleaned.get("substance"):
            self.add_error("substance", "A substance page needs a substance.")
        return cleaned

    def save(self, commit: bool = True) -> Article:
        if note := self.cleaned_data.get("change_note"):
            today = localdate()
            self.instance.updated = today
            self.instance.change_log = [*self.instance.change_log, {"date": today.isoformat(), "note": note}]
        return super().save(commit)


class SignOffForm(forms.ModelForm):
    """A reviewer signs exactly the text that was shown: its fingerprint comes back with the form."""

    text_hash = forms.CharField(widget=forms.HiddenInput)
    confirm = forms.BooleanField(label="I have read all of this text and its sources, and I stand by it.")

    class Meta:
        model = SignOff
        fields = ("reviewer", "credential", "licence", "profile", "next_due")
        widgets = {"next_due": forms.DateInput(attrs={"type": "date"})}

    def clean_text_hash(self) -> str:
        if self.cleaned_data["text_hash"] != self.instance.article.reading_hash:
            raise forms.ValidationError(
                "The text changed while you were reading. Please read it again before signing."
            )
        return self.cleaned_data["text_hash"]

    def clean_next_due(self) -> Any:
        if self.cleaned_data["next_due"] <= localdate():
            raise forms.ValidationError("The next review must be after today.")
        return self.cleaned_data["next_due"]

    def save(self, commit: bool = True) -> SignOff:
        self.instance.text_hash = self.cleaned_data["text_hash"]
        return super().save(commit)
