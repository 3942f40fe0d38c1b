"""The example listings leave with the first real import; their addresses are remembered, to answer 410."""

from facilities.models import Facility, Organization, Program, ProgramCode, RemovedExample


def remove_examples() -> int:
    """Delete every example place, its programs and their history. Call inside the import's transaction."""
    examples = Facility.objects.filter(is_example=True)
    ids = list(examples.values_list("pk", "public_id"))
    if not ids:
        return 0
    facilities = [pk for pk, _ in ids]
    programs = list(Program.objects.filter(facility__in=facilities).values_list("pk", flat=True))
    RemovedExample.objects.bulk_create(
        [RemovedExample(public_id=public) for _, public in ids], ignore_conflicts=True
    )
    ProgramCode.objects.filter(program__in=programs).delete()
    Program.objects.filter(pk__in=programs).delete()
    examples.delete()
    Organization.objects.filter(is_example=True).delete()
    Program.history.filter(id__in=programs).delete()
    Facility.history.filter(id__in=facilities).delete()
    return len(ids)
