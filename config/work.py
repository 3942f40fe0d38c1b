"""The staff home page: what waits for this person, and how the listings are doing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.utils import timezone

from articles.models import Article
from config.models import Announcement
from facilities.models import Facility, MatchDecision, ProblemReport, Proposal, QuarantinedPoint


class Task(NamedTuple):
    """Work of one kind: shown to whoever may do it. `waiting` asks one query."""

    title: str
    why: str
    permission: str
    url_name: str
    waiting: Callable[[], int]


class Bar(NamedTuple):
    label: str
    number: int
    width: int  # percent of the longest bar


TASKS = (
    Task("Places to check", "Facts grow old. Reported and 24-hour places come first.", "facilities.add_fieldcheck",
         "admin:facilities_facility_queue", lambda: Facility.objects.due_for_check(timezone.localdate()).count()),
    Task("Problem reports", "Visitors say that something is wrong.", "facilities.change_problemreport",
         "admin:facilities_problemreport_changelist",
         lambda: ProblemReport.objects.filter(status__in=("new", "check")).count()),
    Task("Proposals", "An import disagrees with something we decided.", "facilities.change_proposal",
         "admin:facilities_proposals", lambda: Proposal.objects.filter(status="open").count()),
    Task("Match review", "Two entries may be the same place.", "facilities.change_matchdecision",
         "admin:facilities_matches", lambda: MatchDecision.objects.filter(verdict="open").count()),
    Task("Doubtful points", "Coordinates far from their ZIP code. Not used until someone decides.",
         "facilities.change_quarantinedpoint", "admin:facilities_quarantinedpoint_changelist",
         lambda: QuarantinedPoint.objects.filter(resolved=False).count()),
    Task("Articles due", "Their review date has come.", "articles.view_article", "admin:articles_article_changelist",
         lambda: Article.objects.filter(status="published", review_due__lte=timezone.localdate()).count()),
    Task("Announcements to approve", "A second person has to read them.", "config.publish_announcement",
         "admin:config_announcement_changelist", lambda: Announcement.objects.waiting(timezone.now()).count()),
)  # fmt: skip


def tasks_for(user: Any) -> list[dict[str, Any]]:
    """The tasks this person may do, with how many wait."""
    return [
        {"title": task.title, "why": task.why, "url_name": task.url_name, "count": task.waiting()}
        for task in TASKS
        if user.has_perm(task.permission)
    ]


def pictures_for(user: User) -> dict[str, list[Bar]]:
    """Trends by title, for those who may see listings: age of facts, status, open reports by kind."""
    if not user.has_perm("facilities.view_facility"):
        return {}
    pictures = {"Age of the facts (listed places)": ages(), "Places by status": statuses()}
    if user.has_perm("facilities.view_problemreport"):
        pictures["Problem reports of the last year"] = reports()
    return {title: bars(rows) for title, rows in pictures.items()}


def ages() -> list[tuple[str, int]]:
    today = timezone.localdate()
    newer = {"Verified in 90 days": (0, 90), "91 to 180 days": (90, 180), "181 days to a year": (180, 365)}
    spans = {
        label: Q(
            last_verified_on__lte=today - timedelta(days=start),
            last_verified_on__gt=today - timedelta(days=end),
        )
        for label, (start, end) in newer.items()
    }
    spans["Older"] = Q(last_verified_on__lte=today - timedelta(days=365))
    spans["Never verified by us"] = Q(last_verified_on__isnull=True)
    listed = Facility.objects.listed().filter(is_example=False)
    counts = listed.aggregate(**{f"n{n}": Count("pk", filter=span) for n, span in enumerate(spans.values())})
    return [(label, counts[f"n{n}"]) for n, label in enumerate(spans)]


def statuses() -> list[tuple[str, int]]:
    found = dict(
        Facility.objects.filter(is_example=False).order_by().values_list("status").annotate(Count("pk"))
    )
    return [(str(label), found.get(value, 0)) for value, label in Facility.Status.choices]


def reports() -> list[tuple[str, int]]:
    since = timezone.now() - timedelta(days=365)
    rows = (
        ProblemReport.objects.filter(created_at__gte=since)
        .order_by()
        .values_list("kind")
        .annotate(Count("pk"))
    )
    found = dict(rows)
    return [(str(label), found.get(value, 0)) for value, label in ProblemReport.Kind.choices]


def bars(rows: list[tuple[str, int]]) -> list[Bar]:
    longest = max((count for _, count in rows), default=0) or 1
    return [Bar(label, count, round(100 * count / longest)) for label, count in rows]
