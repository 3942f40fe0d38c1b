"""Numbers in order of first use, groups, links back, and honest sources."""

from datetime import date

import pytest

from articles.citations import Citations, Source, all_sources, cited_keys, read_sources
from articles.parts import Page
from articles.rendering import render

SOURCES = {key: Source(key, n, f"Title {key}") for n, key in enumerate("abcdef", start=1)}


def rendered(text):
    return render(text, Page(), Citations(SOURCES))


def test_numbers_follow_first_use_and_groups_are_sorted():
    made = rendered("One [@c]. Two [@a; @c]. Three [@b].")
    assert [(ref.number, ref.source.key) for ref in made.citations.references.values()] == [
        (1, "c"),
        (2, "a"),
        (3, "b"),
    ]
    assert made.html.count('href="#ref-1"') == 2
    assert made.html.index('id="cite-1-2"') < made.html.index('id="cite-2-1"')


def test_every_marker_has_a_link_back():
    made = rendered("One [@a]. Two [@a; @b].")
    for reference in made.citations.references.values():
        for anchor, _ in reference.back_links:
            assert f'id="{anchor}"' in made.html


def test_a_repeated_key_in_a_group_counts_once():
    made = rendered("One [@a; @a].")
    assert made.citations.references["a"].uses == 1


def test_groups_are_kept_as_claims():
    assert rendered("One [@a; @b]. Two [@c].").citations.groups == [["a", "b"], ["c"]]


def test_unknown_keys_are_noted_and_leave_no_marker():
    made = rendered("One [@nobody].")
    assert made.citations.unknown == ["nobody"]
    assert "marker" not in made.html


def test_a_marker_never_starts_a_line_alone():
    assert 'word<sup class="marker"' in rendered("A word [@a].").html


def test_citing_in_the_emergency_card_and_in_tables_works():
    made = rendered("::: call-911\nSeizure [@a].\n:::\n\n| x |\n|---|\n| y [@b] |\n")
    assert list(made.citations.references) == ["a", "b"]


def test_line_numbers_of_citations():
    assert cited_keys("x\n\ny [@a; @b]\nz [@c]") == [(3, "a"), (3, "b"), (4, "c")]


def test_a_title_cannot_break_out_of_the_marker():
    source = Source("a", 1, '"><script>alert(1)</script>')
    html = render("One [@a].", Page(), Citations({"a": source})).html
    assert "<script" not in html


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("[a]\nn = 1", "needs at least a title"),
        ('[a]\nn = 1\ntitle = "T"\ncolor = "red"', "unknown fields: color"),
        ('[a]\nn = 1\ntitle = "T"\nverified = "M"', "not verified"),
    ],
)
def test_a_bad_source_is_refused(tmp_path, entry, reason):
    path = tmp_path / "sources.toml"
    path.write_text(entry)
    with pytest.raises(ValueError, match=reason):
        read_sources(path)


def test_a_source_goes_stale_when_superseded_or_past_its_check_date():
    today = date(2027, 1, 1)
    assert not Source("a", 1, "T").is_stale(today)
    assert Source("a", 1, "T", superseded_by="b").is_stale(today)
    assert Source("a", 1, "T", check_by=date(2026, 12, 31)).is_stale(today)
    assert not Source("a", 1, "T", check_by=today).is_stale(today)


def test_no_two_sources_are_the_same_work():
    titles = [(source.title.lower(), source.authors, source.year) for source in all_sources().values()]
    assert len(titles) == len(set(titles))
