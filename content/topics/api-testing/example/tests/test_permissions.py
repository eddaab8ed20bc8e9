import pytest
from conftest import SPEC

# region matrix
# Columns: not logged in, the patient, another patient, the doctor, another doctor
CALLERS = ["anyone", "ana", "ben", "dr", "dr2"]
MATRIX = {
    "GET /prescriptions/{id}": [401, 200, 404, 200, 404],
    "PATCH /prescriptions/{id}": [401, 403, 404, 200, 404],
    "POST /prescriptions": [401, 403, 403, 201, 201],
    "GET /prescriptions": [401, 200, 200, 200, 200],
}
BODIES = {
    "PATCH /prescriptions/{id}": {"days": 9},
    "POST /prescriptions": {"patient": "ana", "drug": "Ibuprofen", "days": 9},
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
    response = call(caller, method, path, json=BODIES.get(route))
    assert response.status_code == expected

    after = call("dr", "GET", f"/prescriptions/{prescription['id']}").json()
    changed = method == "PATCH" and expected == 200
    assert after == {**prescription, "days": 9 if changed else 5}


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


# endregion complete


def test_lists_show_only_the_callers_own(call, prescription):
    for caller, sees in [("ana", True), ("dr", True), ("ben", False), ("dr2", False)]:
        items = call(caller, "GET", "/prescriptions").json()["items"]
        assert (prescription in items) == sees, caller


def test_a_foreign_and_an_unknown_id_look_the_same(call, prescription):
    foreign = call("ben", "GET", f"/prescriptions/{prescription['id']}")
    unknown = call("ben", "GET", "/prescriptions/unknown")
    assert (foreign.status_code, foreign.json()) == (404, unknown.json())
