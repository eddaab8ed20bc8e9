import os
import re
import uuid

import pytest
from conftest import SPEC

# region matrix
# The patient, another patient, the doctor, another doctor
CALLERS = ["no token", "forged", "ana", "ben", "dr", "dr2"]
MATRIX = {
    "GET /prescriptions/{id}": [401, 401, 200, 404, 200, 404],
    "PATCH /prescriptions/{id}": [401, 401, 403, 404, 200, 404],
    "POST /prescriptions": [401, 401, 403, 403, 201, 201],
    "GET /prescriptions": [401, 401, 200, 200, 200, 200],
}


@pytest.mark.parametrize(
    "route, caller, expected",
    [
        (route, caller, expected)
        for route, row in MATRIX.items()
        for caller, expected in zip(CALLERS, row, strict=True)
    ],
)
def test_who_may_do_what(call, prescription, route, caller, expected):
    method, path = route.split(" ")
    path = path.replace("{id}", prescription["id"])
    drug = f"test {uuid.uuid4()}"
    new = {"patient": "ana", "drug": drug, "days": 9}
    body = {"PATCH": {"days": 9}, "POST": new}.get(method)
    assert call(caller, method, path, json=body).status_code == expected

    after = call("ana", "GET", "/prescriptions").json()["items"]
    days = 9 if (method, expected) == ("PATCH", 200) else 5
    assert {**prescription, "days": days} in after
    assert sum(p["drug"] == drug for p in after) == (expected == 201)


# endregion matrix


# region complete
def test_no_route_is_missing_in_the_matrix():
    routes = {
        f"{method.upper()} {path}"
        for path, item in SPEC["paths"].items()
        for method in item
        if method != "parameters"
    }
    assert routes == set(MATRIX)


@pytest.mark.skipif("API_URL" in os.environ, reason="needs the code")
def test_no_route_is_missing_in_the_description():
    from service import app

    routes = {
        f"{method} {re.sub('<.*?>', '{id}', rule.rule)}"
        for rule in app.url_map.iter_rules()
        for method in rule.methods - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    assert routes == set(MATRIX)


# endregion complete


def test_lists_show_only_the_callers_own(call, prescription):
    for caller, sees in [("ana", True), ("dr", True), ("ben", False), ("dr2", False)]:
        items = call(caller, "GET", "/prescriptions").json()["items"]
        assert (prescription in items) == sees, caller


def test_a_foreign_and_an_unknown_id_look_the_same(call, prescription):
    foreign = call("ben", "GET", f"/prescriptions/{prescription['id']}")
    unknown = call("ben", "GET", "/prescriptions/unknown")
    assert (foreign.status_code, foreign.json()) == (404, unknown.json())
