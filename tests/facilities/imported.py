"""Run an import as staff do, and look at everything it could have changed."""

from io import StringIO

from django.core.management import CommandError, call_command

from facilities import models

TABLES = (
    models.Organization, models.Facility, models.Program, models.ProgramCode, models.ServiceCode, models.ImportBatch,
    models.Proposal, models.MatchDecision, models.QuarantinedPoint, models.RemovedExample, models.DataVersion,
    models.Organization.history.model, models.Facility.history.model, models.Program.history.model,
)  # fmt: skip


def run_import(source, *arguments):
    """What the command printed. Raises CommandError when it refused."""
    out = StringIO()
    call_command("import_facilities", str(source), *arguments, verbosity=0, stdout=out)
    return out.getvalue()


def refusal(source, *arguments):
    """The message of a refused import; fails when it was taken."""
    try:
        run_import(source, *arguments)
    except CommandError as error:
        return str(error)
    raise AssertionError("the import was not refused")


def everything():
    """All rows of all tables an import may write."""
    return {table.__name__: sorted(map(str, table.objects.values_list())) for table in TABLES}


def count(report, name):
    """A figure of the report, 0 when it is not mentioned."""
    for line in report.splitlines():
        if line.strip().startswith(name + " "):
            return int(line.split()[-1].replace(",", ""))
    return 0
