import uuid

import httpx
import pytest

JSON = {"content-type": "application/json"}


# region refusals
@pytest.mark.parametrize(
    "expected, request_",
    [
        (
            400,
            {"content": '{"days": ', "headers": JSON},
        ),
        (400, {"content": "[" * 9_000, "headers": JSON}),
        (415, {"content": "days=7", "headers": {"content-type": "text/plain"}}),
        (413, {"json": {"days": 7, "note": "x" * 20_000}}),
        (422, {"json": {}}),
        (422, {"json": [7]}),
        (422, {"content": "null", "headers": JSON}),
        (422, {"json": {"days": 0}}),
        (422, {"json": {"days": 91}}),
        (422, {"json": {"days": "7"}}),
        (422, {"json": {"days": 7.5}}),
        (422, {"json": {"days": True}}),
        (422, {"json": {"days": None}}),
        (422, {"json": {"days": 7, "patient": "ben"}}),
    ],
)
def test_bad_input_is_refused_and_changes_nothing(
    call, prescription, expected, request_
):
    path = f"/prescriptions/{prescription['id']}"
    assert call("dr", "PATCH", path, **request_).status_code == expected
    assert call("dr", "GET", path).json() == prescription


# endregion refusals


def test_no_token_of_an_earlier_request_is_sent_again(call, prescription):
    path = f"/prescriptions/{prescription['id']}"
    for caller, expected in [("dr", 422), ("no token", 401)]:
        response = call(caller, "PATCH", path, content="null", headers=JSON)
        assert response.status_code == expected


def test_each_field_of_a_new_prescription_is_checked(call):
    mark = f"test {uuid.uuid4()}"
    good = {"patient": mark, "drug": mark, "days": 5}
    bad = [{**good, "doctor": "dr2"}]
    for name in good:
        bad += [{**good, name: value} for value in ("", None, [], "x" * 101, 0)]
        bad += [{key: value for key, value in good.items() if key != name}]
    for body in bad:
        assert call("dr", "POST", "/prescriptions", json=body).status_code == 422, body
    for caller in ("dr", "dr2"):
        items = call(caller, "GET", "/prescriptions").json()["items"]
        assert not [item for item in items if mark in item.values()]


def test_another_method_is_refused_with_the_allowed_ones(url, prescription):
    path = f"{url}/prescriptions/{prescription['id']}"
    response = httpx.put(path, headers={"Authorization": "Bearer token-dr"})
    assert response.status_code == 405
    assert {"GET", "PATCH"} <= set(response.headers["allow"].split(", "))
