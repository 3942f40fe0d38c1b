"""Every invariant that logic can show, proved for every answer set. A failure prints the answers that break it."""

import json

import pytest

from finder.protocol import assess

from . import claims_level, claims_order, claims_said, claims_second, claims_skipped  # noqa: F401 - they register
from .claims import CLAIMS
from .logic import counterexample
from .world import World


@pytest.mark.parametrize("name", CLAIMS)
def test_proved(name):
    formula, logics = CLAIMS[name](World())
    model = counterexample(formula, *logics)
    if model is not None:
        cases = [logic.answers(model) for logic in logics]
        lines = [f"{json.dumps(c)}\n  -> {assess(c).level}, {assess(c).ratings}" for c in cases]
        pytest.fail(f"{name}: {CLAIMS[name].__doc__}\n" + "\n".join(lines))
