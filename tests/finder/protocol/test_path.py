"""What is asked: safety first, only what can matter, worked out from the answers every time."""

from finder.protocol import SKIP, answered, interrupts, keep_known, next_question, path, question, subjects
from finder.protocol.cases import completed


def asked(answers):
    return [q.id for q in path(answers)]


def test_safety_comes_first():
    assert asked({})[:2] == ["overdose_now", "danger_signs"]
    before_substances = asked({})[: asked({}).index("substances")]
    assert {"suicide", "violence", "child_risk", "pregnancy"} <= set(before_substances)


def test_who_it_is_about_comes_before_the_questions_that_name_them():
    assert asked({}).index("respondent") < asked({}).index("suicide")


def test_suicide_follow_ups_unless_no():
    assert "means_access" not in asked({"suicide": "no"})
    for answer in ("thoughts", "method", "plan", "attempt", "prefer_not"):
        assert {"means_access", "ever_tried"} <= set(asked({"suicide": answer}))


def test_pregnancy_is_not_asked_of_men():
    assert "pregnancy" not in asked({"sex": "male"})
    assert "pregnancy" in asked({"sex": "prefer_not"})
    assert "pregnancy" in asked({"sex": SKIP})


def test_relatives_are_not_asked_self_report_tests():
    use = {"substances": ["cannabis"], "frequency": {"cannabis": "daily"}}
    assert {"phq_mood", "sds_control"} <= set(asked(use))
    assert not {"phq_mood", "sds_control"} & set(asked({**use, "respondent": "family"}))


def test_only_what_was_picked_is_asked_about():
    answers = {"substances": ["alcohol", "cannabis"]}
    rows = [s.id for s in subjects(question("frequency"), answers)]
    assert rows == ["alcohol", "cannabis"]
    assert "benzo_dose" not in asked(answers)


def test_nothing_used_leaves_out_all_of_use():
    assert not {"frequency", "wd_now", "control", "harm", "programs"} & set(asked({"substances": ["none"]}))


def test_a_row_of_the_dependence_scale_for_each_regular_drug_that_counts():
    """None is left out: leaving one out could lower the level when another drug is added (16.17)."""
    picks = ["cannabis", "cocaine", "methamphetamine", "ketamine", "mdma"]
    use = {
        "substances": picks,
        "frequency": dict(zip(picks, ("d4_6", "daily", "several_daily", "daily", "d1_3"), strict=True)),
    }
    rows = {s.id for s in subjects(question("sds_control"), use)}
    assert rows == {"cannabis", "cocaine", "methamphetamine", "ketamine"}


def test_medicine_as_directed_is_not_asked_about_control():
    use = {"substances": ["gabapentinoids"], "frequency": {"gabapentinoids": "daily"}}
    assert "control" not in asked({**use, "source": {"gabapentinoids": "as_directed"}})
    assert "control" in asked({**use, "source": {"gabapentinoids": "more"}})


def test_next_question_goes_through_the_path_and_ends():
    first = next_question({})
    assert first is not None
    assert first.id == "overdose_now"
    full = completed({"substances": ["alcohol"]})
    assert next_question(full) is None
    assert all(answered(q, full) for q in path(full))


def test_a_skipped_question_counts_as_answered():
    assert answered(question("age"), {"age": SKIP})
    assert answered(question("mh_diagnosis"), {"mh_diagnosis": SKIP})
    assert answered(question("frequency"), {"substances": ["alcohol"], "frequency": SKIP})
    assert not answered(question("suicide"), {"suicide": SKIP})


def test_an_each_question_is_open_until_every_row_is_answered():
    two = {"substances": ["alcohol", "cannabis"], "frequency": {"alcohol": "daily"}}
    assert not answered(question("frequency"), two)


def test_worried_is_asked_only_when_nothing_asks_for_care():
    assert "worried" in asked({"substances": ["none"]})
    assert "worried" not in asked({"home": ["none"]})


def test_changing_one_answer_keeps_the_rest():
    before = {"substances": ["alcohol"], "audit_drinks": "ten_plus"}
    off = {**before, "substances": ["cannabis"]}
    assert "audit_drinks" not in asked(off)
    assert "audit_drinks" in asked({**off, "substances": ["alcohol"]})


def test_interrupts_in_the_order_of_acting():
    def kinds(**answers):
        return [e.kind for e in interrupts(answers)]

    assert kinds() == []
    assert kinds(overdose_now="not_sure", suicide="plan") == ["overdose", "suicide"]
    assert kinds(danger_signs=["seizure"], suicide="plan") == ["suicide", "medical"]
    assert kinds(violence="danger_now", child_risk="unsafe") == ["violence", "child"]
    assert kinds(psychosis="worse") == ["psychosis"]
    assert kinds(psychosis="uncontrolled", mh_impair="cannot") == ["psychosis"]
    assert kinds(age="under_12", danger_signs=["not_sure"]) == []  # symptoms without any drug (16.18)
    assert kinds(age="under_12", substances=["cannabis"]) == ["poisoning"]
    many = {"exposures": ["overdose_recent", "poison", "gas", "pump"], "danger_signs": ["seizure"]}
    assert kinds(suicide="plan", **many) == ["overdose", "poisoning", "gas", "suicide", "medical", "pump"]


def test_an_interrupt_says_what_was_told():
    (reason,) = interrupts({"danger_signs": ["seizure"]})
    assert reason.told_us == ("Danger signs: A seizure (fit)",)
    assert reason.sources


def test_keep_known_drops_what_no_longer_means_anything():
    kept = keep_known(
        {"age": "age_26_64", "sex": "purple", "gone": 1, "frequency": {"alcohol": "daily", "beer": "x"}}
    )
    assert kept == {"age": "age_26_64"}
