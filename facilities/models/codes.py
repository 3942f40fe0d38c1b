"""Service codes and which program states which."""

from django.db import models


class ServiceCode(models.Model):
    """One code of the code book, such as OIT. Codes are unique in every edition read so far (categories were renamed
    between editions: GN, SN), labels only within a category; so the code is the key and the category an attribute."""

    code = models.CharField(max_length=16, primary_key=True)
    category_code = models.CharField(max_length=16)
    category_name = models.CharField(max_length=120)
    label = models.CharField(
        max_length=200, help_text="The official label. Visitors read taxonomy wording instead."
    )
    description = models.TextField(blank=True)
    directories = models.CharField(
        max_length=40, blank=True, help_text="Directories that define it, such as “mh su”."
    )
    first_edition = models.PositiveSmallIntegerField(null=True)
    edition = models.PositiveSmallIntegerField(null=True, help_text="The newest edition that defines it.")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "code"]
        constraints = [
            models.UniqueConstraint(fields=["category_code", "code"], name="servicecode_category_code"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}"


class ProgramCode(models.Model):
    """A program states a code. Its key is the pair: half a million rows, two narrow indexes, no third column."""

    pk = models.CompositePrimaryKey("program_id", "service_code_id")
    program = models.ForeignKey(
        "facilities.Program", models.CASCADE, related_name="program_codes", db_index=False
    )
    service_code = models.ForeignKey(ServiceCode, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["service_code", "program"], name="programcode_code_program")]

    def __str__(self) -> str:
        return f"{self.program_id} {self.service_code_id}"
