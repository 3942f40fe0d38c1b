"""The house rule on imports, read from the source of every module."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPS = ("config", "articles", "facilities", "finder")
MAY_IMPORT = {
    "config": {"articles", "facilities", "finder"},
    "articles": set(),
    "facilities": set(),
    "finder": {"articles.substances", "facilities.levels"},
}
LAYERS = {"urls": 0, "views": 1, "forms": 2, "filters": 2, "models": 3}


def imported(path: Path) -> set[str]:
    """Dotted names a module imports; relative imports are resolved against its package."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            names |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return names


def allowed(name: str, app: str) -> bool:
    other = name.split(".", maxsplit=1)[0]
    return (
        other not in APPS
        or other == app
        or any(
            name == prefix or name.startswith(prefix + ".") or prefix == other for prefix in MAY_IMPORT[app]
        )
    )


def modules(app: str) -> list[Path]:
    return sorted(path for path in (ROOT / app).rglob("*.py") if "build" not in path.stem)


@pytest.mark.parametrize("app", APPS)
def test_an_app_imports_only_what_the_house_allows(app):
    bare = {"articles", "facilities"} if app == "finder" else set()  # the package itself, before the module
    wrong = {
        (str(path.relative_to(ROOT)), name)
        for path in modules(app)
        for name in imported(path)
        if not allowed(name, app) and name not in bare
    }
    assert not wrong


def test_the_protocol_knows_nothing_of_django():
    wrong = {
        (path.name, name)
        for path in (ROOT / "finder" / "protocol").rglob("*.py")
        for name in imported(path)
        if name.split(".")[0] == "django"
    }
    assert not wrong


@pytest.mark.parametrize("app", ["articles", "facilities", "finder"])
def test_inside_an_app_nothing_looks_up(app):
    """urls -> views -> forms, filters -> models: a lower layer never imports a higher one."""
    wrong = set()
    for path in modules(app):
        layer = next(
            (part for part in path.relative_to(ROOT / app).with_suffix("").parts if part in LAYERS), None
        )
        higher = [name for name, height in LAYERS.items() if layer and height < LAYERS[layer]]
        wrong |= {
            (path.name, name)
            for name in imported(path)
            for high in higher
            if name.startswith(f"{app}.{high}")
        }
    assert not wrong


def test_the_walk_itself_notices_a_forbidden_import(tmp_path):
    assert not allowed("finder.protocol", "articles")
    assert not allowed("facilities.models", "finder")
    assert allowed("facilities.levels.LevelOfCare", "finder")
