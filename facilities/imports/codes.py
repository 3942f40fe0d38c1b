"""The code book in the database: ours, and what the file's own code book adds."""

from facilities.imports.staged import Reading
from facilities.models import ServiceCode
from facilities.taxonomy.book import CATEGORY_ALIASES, code_book


def write_codes(reading: Reading) -> None:
    """Create missing codes; take label, description and edition from a code book that is not older than ours."""
    known = {code.code: code for code in ServiceCode.objects.all()}
    wanted = [code for code in _of_the_book(reading) if _differs(known.get(code.code), code)]
    ServiceCode.objects.bulk_create(
        wanted, update_conflicts=True, unique_fields=["code"],
        update_fields=["category_code", "category_name", "label", "description", "directories",
                       "first_edition", "edition", "sort_order"],
    )  # fmt: skip
    for code in wanted:
        known[code.code] = code


def _of_the_book(reading: Reading) -> list[ServiceCode]:
    codes = {
        entry.code: ServiceCode(
            code=entry.code, category_code=entry.category_code, category_name=entry.category_name, label=entry.label,
            directories=entry.directories, first_edition=entry.first_edition, edition=entry.edition, sort_order=order,
        )
        for order, entry in enumerate(code_book().values())
    }  # fmt: skip
    for entry in reading.code_book:
        code = codes.setdefault(entry.code, ServiceCode(code=entry.code, sort_order=len(codes)))
        if not code.category_code:
            code.category_code = CATEGORY_ALIASES.get(entry.category_code, entry.category_code)[:16]
            code.category_name, code.label = entry.category_name[:120], entry.label[:200]
        code.description = entry.description
        code.directories = " ".join(sorted({*code.directories.split(), reading.directory}))
        code.first_edition = min(code.first_edition or reading.edition, reading.edition)
        code.edition = max(code.edition or 0, reading.edition)
    return list(codes.values())


def _differs(known: ServiceCode | None, code: ServiceCode) -> bool:
    """Whether a row must be written; a reading without a code book keeps the descriptions we have."""
    if known is None:
        return True
    code.description = code.description or known.description
    code.directories = " ".join(sorted({*code.directories.split(), *known.directories.split()}))
    names = ("category_code", "category_name", "label", "description", "directories", "sort_order")
    return any(getattr(known, name) != getattr(code, name) for name in names)
