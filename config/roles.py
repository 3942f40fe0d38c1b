"""What each role may do: data, written into groups by a migration. Nobody may delete anything.

After changing this table add a migration that runs `write_groups` again; a test compares table and groups.
"""

from typing import Any

VIEW, EDIT, MAKE = "view", "view change", "view add change"

LISTING_MANAGER = {
    "facilities.facility": MAKE,
    "facilities.program": MAKE,
    "facilities.organization": EDIT,
    "facilities.fieldcheck": "view add",
    "facilities.proposal": EDIT,
    "facilities.matchdecision": EDIT,
    "facilities.problemreport": EDIT,
    "facilities.quarantinedpoint": EDIT,
    "facilities.importbatch": MAKE,
    "config.announcement": f"{MAKE} publish",
}
EDITOR = {
    "articles.article": MAKE,
    "articles.signoff": VIEW,
    "articles.feedback": VIEW,
    "config.announcement": f"{MAKE} publish",
}
CLINICAL_REVIEWER = {
    "articles.article": f"{VIEW} sign",
    "articles.signoff": "view add",
    "articles.feedback": VIEW,
    "config.announcement": f"{VIEW} publish",
}
ADMINISTRATOR = {
    "auth.user": MAKE,
    "auth.group": VIEW,
    "admin.logentry": VIEW,
    "facilities.facility": VIEW,
    "facilities.program": VIEW,
    "facilities.organization": VIEW,
    "facilities.importbatch": MAKE,
    "articles.article": VIEW,
    "articles.signoff": VIEW,
    "config.announcement": f"{MAKE} publish",
}
ROLES: dict[str, dict[str, str]] = {
    "Listing manager": LISTING_MANAGER,
    "Editor": EDITOR,
    "Clinical reviewer": CLINICAL_REVIEWER,
    "Administrator": ADMINISTRATOR,
}


def codenames(role: dict[str, str]) -> set[tuple[str, str, str]]:
    """(app label, model name, permission codename) of every permission of a role."""
    return {
        (*label.split("."), f"{action}_{label.split('.')[1]}")  # type: ignore[misc]
        for label, actions in role.items()
        for action in actions.split()
    }


def write_groups(apps: Any, schema_editor: Any = None) -> None:
    """Make groups and their permissions equal to this table. `apps` is a registry: a migration's or the live one.

    Permission rows appear only after all migrations have run, so those still missing are made here.
    """
    for name, role in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.set([permission(apps, *wanted) for wanted in sorted(codenames(role))])


def permission(apps: Any, app_label: str, model: str, codename: str) -> Any:
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    words = {"name": f"Can {codename.replace('_', ' ', 1)}"}
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults=words
    )[0]
