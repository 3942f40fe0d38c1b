"""List sources that need somebody: uncited, unknown, unverified, duplicate, old, superseded; dead with --links."""

from argparse import ArgumentParser
from collections import Counter, defaultdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from tqdm import tqdm

from articles.citations import all_sources
from articles.drift import Finding, check, check_links
from articles.models import Article

SERIOUS = {"unknown", "superseded", "dead", "duplicate"}


class Command(BaseCommand):
    help = "Check the bibliography against the articles in the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--links", action="store_true", help="also ask each address once, slowly")
        parser.add_argument(
            "--strict", action="store_true", help="exit status 1 on unknown, superseded, duplicate or dead"
        )

    def handle(self, *args: Any, links: bool, strict: bool, **options: Any) -> None:
        sources, cited = all_sources(), defaultdict(set)
        for article in Article.objects.only("topic", "slug", "claims"):
            for key in {key for group in article.claims for key in group}:
                cited[key].add(article.path)
        found = check(sources, cited, localdate())
        if links:
            bar = tqdm(
                check_links(sources.values()),
                total=sum(bool(s.link) for s in sources.values()),
                desc="Links",
                unit="",
            )
            found += [finding for finding in bar if finding]
        self.report(found, cited)
        if strict and any(finding.kind in SERIOUS for finding in found):
            raise CommandError("Some sources must be put right.")

    def report(self, found: list[Finding], cited: dict[str, set[str]]) -> None:
        for finding in found:
            pages = f" [cited by {len(cited[finding.key])}]" if finding.key in cited else ""
            self.stdout.write(f"{finding.kind:10} {finding.key}: {finding.message}{pages}")
        counts = Counter(finding.kind for finding in found)
        self.stdout.write(
            ", ".join(f"{number} {kind}" for kind, number in counts.most_common()) or "All sources are sound."
        )
