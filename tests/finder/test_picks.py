"""Every substance the library has a page for can be chosen before the questions start."""

import pytest

from articles.substances import SUBSTANCES
from finder.picks import pick_for
from finder.protocol import question


@pytest.mark.parametrize("key", SUBSTANCES)
def test_every_substance_has_a_box(key):
    assert question("substances").has_option(pick_for(key))


def test_a_medicine_stands_for_its_class():
    assert pick_for("clonazepam") == "benzodiazepines"
    assert pick_for("buprenorphine") == "moud"


def test_a_box_stands_for_itself():
    assert pick_for("alcohol") == "alcohol"


@pytest.mark.parametrize("key", ["", "no-such-drug", "<script>"])
def test_anything_else_is_ignored(key):
    assert pick_for(key) is None
