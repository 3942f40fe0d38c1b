"""Small makers with sensible defaults; override by keyword. One section per app."""

from datetime import date
from itertools import count

from django.contrib.auth.models import User

from articles.models import Article, SignOff
from facilities.models import Facility, Program, ServiceCode

_number = count(1)


# --- staff ------------------------------------------------------------------------------------------------------
def make_staff(username="alice", **fields):
    return User.objects.create_user(username, is_staff=True, **fields)


# --- facilities -------------------------------------------------------------------------------------------------
def make_facility(**fields):
    """A listed place in Chicago without programs."""
    defaults = {
        "name": f"Example Place {next(_number)}",
        "street1": "1 Main St",
        "city": "Chicago",
        "state": "IL",
    }
    defaults |= {"zip": "60614", "latitude": 41.92, "longitude": -87.65, "point_quality": "zip"}
    return Facility.objects.create(**{**defaults, "last_seen_edition": 2023, **fields})


def make_program(facility=None, codes="OIT ORT MD ADLT", **fields):
    """A substance-use program stating `codes`; codes not in the code table yet are added to it."""
    facility = facility or make_facility()
    defaults = {"directory": "su", "source": "National Directory", "edition": 2023, "first_seen": 2022}
    defaults |= {"name1": facility.name, "phone": "312-555-0123"}
    rows = [ServiceCode(code=code, category_code=f"for {code}", label=code) for code in codes.split()]
    ServiceCode.objects.bulk_create(rows, ignore_conflicts=True)
    program = Program(facility=facility, **{**defaults, **fields})
    program.set_codes(codes.split())
    program.save()
    program.write_codes()
    return program


# --- articles ---------------------------------------------------------------------------------------------------
ARTICLE_BODY = "## What is it?\n\nIt starts in 6 to 24 hours [@klonopin-label].\n"


def make_article(**fields):
    """A published page that cites one source."""
    defaults = {
        "topic": "benzodiazepines",
        "slug": f"page-{next(_number)}",
        "title": "A page",
        "kind": "reference",
    }
    defaults |= {"summary": "A short summary.", "body": ARTICLE_BODY, "status": "published"}
    return Article.objects.create(**{**defaults, "review_due": date(2027, 11, 1), **fields})


def make_sign_off(article, user=None, **fields):
    """A reviewer has read exactly the text as it stands."""
    defaults = {
        "reviewer": "Example Reviewer",
        "credential": "MD",
        "licence": "IL 000",
        "next_due": date(2027, 11, 1),
    }
    defaults |= {"profile": "https://example.org/reviewer", "text_hash": article.reading_hash}
    user = user or make_staff(f"reviewer-{next(_number)}")
    return SignOff.objects.create(article=article, user=user, **{**defaults, **fields})
