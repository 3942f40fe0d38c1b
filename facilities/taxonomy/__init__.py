"""Service codes: the code book, visitor wording and groups, the crosswalk to levels, and what each filter means."""
