import json

import pytest
from pydantic import ValidationError

from permits.messages import messages
from permits.permit import Permit, PermitChange, changed
from permits.problems import problems

GOOD = {
    "pilot": "DE-0042",
    "altitude_m": "90",
    "starts": "2026-06-01T09:00:00+02:00",
    "ends": "2026-06-01T07:30:00Z",
}


def codes(call):
    with pytest.raises(ValidationError) as caught:
        call()
    found = problems(caught.value)
    json.dumps(found)
    return {fault["path"]: fault["code"] for fault in found}


def test_converts_what_it_accepts():
    assert Permit.model_validate(GOOD).altitude_m == 90


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"altitude_m": 121}, {"altitude_m": "less_than_equal"}),
        ({"altitude_m": 0}, {"altitude_m": "greater_than"}),
        ({"alitude": 1}, {"alitude": "extra_forbidden"}),
        ({"pilot": "XX-0001"}, {"pilot": "value_error"}),
        ({"pilot": "DE-0042\n"}, {"pilot": "string_pattern_mismatch"}),
        ({"pilot": "DE-٠٠٤٢"}, {"pilot": "string_pattern_mismatch"}),
        ({"starts": "2026-06-01T09:00:00"}, {"starts": "timezone_aware"}),
        ({"ends": "2026-06-01T06:00:00Z"}, {"": "value_error"}),
        ({"ends": "2026-06-01T07:00:00Z"}, {"": "value_error"}),
    ],
)
def test_refuses(change, expected):
    assert codes(lambda: Permit.model_validate(GOOD | change)) == expected


def test_a_problem_does_not_repeat_the_input():
    with pytest.raises(ValidationError) as caught:
        Permit.model_validate(GOOD | {"pilot": "hunter2"})
    assert "hunter2" not in json.dumps(problems(caught.value))


def test_a_change_keeps_the_rules_and_what_was_not_sent():
    permit = Permit.model_validate(GOOD)
    assert changed(permit, PermitChange(altitude_m=100)).altitude_m == 100
    assert changed(permit, PermitChange(altitude_m=100)).ends == permit.ends
    change = PermitChange(ends="2026-06-01T06:00:00Z")
    assert codes(lambda: changed(permit, change)) == {"": "value_error"}
    cleared = PermitChange(altitude_m=None)
    assert codes(lambda: changed(permit, cleared)) == {"altitude_m": "int_type"}
    typo = {"alitude_m": 100}
    found = codes(lambda: PermitChange.model_validate(typo))
    assert found == {"alitude_m": "extra_forbidden"}


def test_a_permit_is_frozen():
    permit = Permit.model_validate(GOOD)
    found = codes(lambda: setattr(permit, "altitude_m", 100))
    assert found == {"altitude_m": "frozen_instance"}


def test_a_place_is_on_earth():
    place = {"kind": "takeoff", "latitude": 90.1, "longitude": -180.1}
    assert codes(lambda: messages.validate_python([place])) == {
        "0.takeoff.latitude": "less_than_equal",
        "0.takeoff.longitude": "greater_than_equal",
    }


def test_a_wrong_message_is_found_by_its_index():
    landing = {"kind": "landing", "duration_s": 60}
    batch = [landing] * 1000
    assert len(messages.validate_python(batch)) == 1000
    batch[7] = {"kind": "landing", "duration_s": "60"}
    found = codes(lambda: messages.validate_python(batch))
    assert found == {"7.landing.duration_s": "int_type"}


def test_a_wrong_kind_is_not_repeated() -> None:
    with pytest.raises(ValidationError) as refused:
        messages.validate_python([{"kind": "my password"}])
    assert problems(refused.value) == [
        {"path": "0", "code": "union_tag_invalid", "message": "Unknown kind"}
    ]
