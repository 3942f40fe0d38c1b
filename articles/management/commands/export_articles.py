"""Write articles back to files, as load_articles reads them."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from articles.files import to_text
from articles.models import SOURCE_FIELDS, Article


class Command(BaseCommand):
    help = "Write published articles to FOLDER/<topic>/<slug>.md; unchanged files are left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument("--all", action="store_true", help="drafts and articles in review too")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        articles = Article.objects.all() if options["all"] else Article.objects.published()
        written = 0
        for article in articles.order_by("topic", "slug"):
            path = folder / article.topic / f"{article.slug}.md"
            text = to_text({name: getattr(article, name) for name in SOURCE_FIELDS})
            if not path.exists() or path.read_text() != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
                written += 1
        self.stdout.write(f"{written} written, {articles.count() - written} unchanged")
