"""The searches that are measured: 30 places in large cities, near and farther, with two filters."""

ZIPS = """10001 10029 11206 10458 90033 90012 94103 95112 92101 60614 60612 60647 61602 53202 55401 80202 98101 98402
    85006 85701 33136 32801 33602 32202 21201 20010 22201 23219 02118 06103""".split()  # noqa: SIM905


def addresses() -> list[str]:
    return [f"near={code}&miles={miles}&care=iop&pay=medicaid" for miles in (25, 50) for code in ZIPS]
