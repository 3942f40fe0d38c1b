"""Distance as one ORM expression, and a box around it that an index can use."""

from math import pi
from typing import Any

from django.db.models import FloatField, Func, Q

from facilities.geo import EARTH_RADIUS_MILES, Point, box_around, unit_vector


class Miles(Func):
    """Great-circle miles from a point to a row; null where the row has no point.

    Written as SQL in one piece: built from Django's arithmetic, the same formula cost a third of a search's time.
    """

    output_field = FloatField()
    # The chord through an earth of radius 1 gives the angle. Rounding must not take it past 2, the far side.
    chord = "({0} - %s) * ({0} - %s) + ({1} - %s) * ({1} - %s) + ({2} - %s) * ({2} - %s)"

    def __init__(self, point: Point):
        self.unit = unit_vector(point)
        super().__init__("unit_x", "unit_y", "unit_z")

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **extra: Any) -> tuple[str, tuple[Any, ...]]:
        columns = [compiler.compile(column)[0] for column in self.get_source_expressions()]
        chord = self.chord.format(*columns)
        half = [value for value in self.unit for _ in range(2)]
        sql = (
            f"CASE WHEN {columns[0]} IS NULL THEN NULL WHEN {chord} >= 4 THEN %s "
            f"ELSE %s * ASIN(SQRT({chord}) / 2) END"
        )
        return sql, (*half, pi * EARTH_RADIUS_MILES, 2 * EARTH_RADIUS_MILES, *half)


def in_box(point: Point, miles: float) -> Q:
    """Rows inside the box round the circle, across the 180th meridian where need be; none of the circle is lost."""
    box = box_around(point, miles)
    inside = Q()
    for span in box.spans():
        inside |= Q(longitude__range=span)
    return Q(latitude__range=(box.south, box.north)) & inside
