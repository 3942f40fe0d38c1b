"""load_articles and export_articles: all or nothing, repeatable, never over what staff have written."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.files import read, read_all
from articles.models import Article

pytestmark = pytest.mark.django_db

TEXT = """+++
title = "Alcohol facts"
summary = "A short summary."
kind = "reference"
published = 2026-11-24
updated = 2026-11-24
review_due = 2027-11-01
change_log = [{date = 2026-11-24, note = "First published."}]
+++

## What is it?

It starts in 6 to 24 hours [@klonopin-label].
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "alcohol").mkdir()
    write(tmp_path, TEXT)
    return tmp_path


def write(folder: Path, text: str, slug: str = "facts") -> None:
    (folder / "alcohol" / f"{slug}.md").write_text(text)


def load(folder, capsys):
    call_command("load_articles", folder)
    return capsys.readouterr().out


def test_loading_creates_published_articles_with_their_html(folder, capsys):
    assert "1 new" in load(folder, capsys)
    article = Article.objects.published().get()
    assert (article.path, article.change_log) == (
        "alcohol/facts",
        [{"date": "2026-11-24", "note": "First published."}],
    )
    assert "<h2" in article.html
    assert article.history.count() == 1


def test_the_second_run_changes_nothing(folder, capsys):
    load(folder, capsys)
    before = list(Article.objects.values())
    assert "0 new" in (said := load(folder, capsys))
    assert "0 changed" in said
    assert list(Article.objects.values()) == before
    assert Article.objects.get().history.count() == 1


def test_a_changed_file_updates_its_row(folder, capsys):
    load(folder, capsys)
    write(folder, TEXT.replace("Alcohol facts", "Better facts"))
    assert "1 changed" in load(folder, capsys)
    assert Article.objects.get().title == "Better facts"


def test_what_staff_wrote_is_kept_and_listed(folder, capsys):
    load(folder, capsys)
    article = Article.objects.get()
    article.title = "Staff title"
    article.save()
    write(folder, TEXT.replace("Alcohol facts", "File title"))
    assert "kept as staff wrote them; the file differs (alcohol/facts)" in load(folder, capsys)
    assert Article.objects.get().title == "Staff title"


def test_an_edit_that_reaches_the_file_is_no_longer_a_conflict(folder, capsys, tmp_path):
    load(folder, capsys)
    article = Article.objects.get()
    article.title = "Staff title"
    article.save()
    call_command("export_articles", folder)
    assert "kept" not in load(folder, capsys)
    assert not Article.objects.get().edited_by_staff


def test_newer_data_draws_rows_again_without_history(folder, capsys):
    load(folder, capsys)
    Article.objects.update(html="old drawing")
    assert "1 drawn again" in load(folder, capsys)
    assert Article.objects.get().html != "old drawing"
    assert Article.objects.get().history.count() == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("[@klonopin-label]", "[@nobody]", 13, "unknown source @nobody"),
        ("[@klonopin-label]", "", 11, "has no citation at all"),
        ('title = "Alcohol facts"\n', "", 1, "title is missing"),
        ("updated = 2026-11-24", 'updated = "soon"', 6, "updated is missing or not a date"),
        ('kind = "reference"', 'kind = "poem"', 4, "kind is none of"),
        ('kind = "reference"', 'kind = "reference"\ncolor = "red"', 5, "color is not a known field"),
        ('kind = "reference"', 'kind = "reference"\nsubstance = "gold"', 5, "unknown substance 'gold'"),
        (
            'kind = "reference"',
            'kind = "substance"\nsubstance = "alcohol"',
            12,
            "a substance page needs ::: call-911",
        ),
        ("kind =", "kind", 4, "front matter"),
        ("+++\n", "---\n", 1, "needs TOML front matter"),
        ("It starts", "{{nonsense}}\n\nIt starts", 13, "unknown part {{nonsense}}"),
    ],
)
def test_a_bad_file_names_file_line_and_reason_and_loads_nothing(folder, old, new, line, reason):
    write(folder, TEXT, "good")
    write(folder, TEXT.replace(old, new))
    with pytest.raises(CommandError) as refused:
        call_command("load_articles", folder)
    assert f"alcohol/facts.md:{line}: " in str(refused.value)
    assert reason in str(refused.value)
    assert not Article.objects.exists()


def test_an_unknown_topic_is_refused(tmp_path):
    (tmp_path / "poems").mkdir()
    (tmp_path / "poems" / "facts.md").write_text(TEXT)
    with pytest.raises(CommandError, match="unknown topic 'poems'"):
        call_command("load_articles", tmp_path)


def test_a_missing_folder_is_a_clear_error(tmp_path):
    with pytest.raises(CommandError, match="is not a folder"):
        call_command("load_articles", tmp_path / "nowhere")


def test_a_failure_half_way_leaves_nothing_behind(folder, monkeypatch):
    write(folder, TEXT, "second")
    saved = Article.save

    def fail_on_second(self, *args, **kwargs):
        if self.slug == "second":
            raise RuntimeError("disk full")
        return saved(self, *args, **kwargs)

    monkeypatch.setattr(Article, "save", fail_on_second)
    with pytest.raises(RuntimeError):
        call_command("load_articles", folder)
    assert not Article.objects.exists()


def test_export_and_load_agree_for_every_starter_text(tmp_path):
    call_command("load_articles", verbosity=0)
    call_command("export_articles", tmp_path)
    originals, _ = read_all()
    assert originals
    for original in originals:
        exported = read(tmp_path / original.path.parent.name / original.path.name)
        assert exported.fields == original.fields, original.name
