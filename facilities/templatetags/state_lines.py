"""The help line of the state that was searched, where we know one."""

from django import template

from facilities.state_lines import BY_STATE, StateLine

register = template.Library()


@register.inclusion_tag("facilities/_state_line.html")
def state_line(state: str) -> dict[str, StateLine | None]:
    """One item of a list; nothing where no line is confirmed, so that the SAMHSA line stands alone."""
    return {"line": BY_STATE.get(state)}
