# region effects
def test_a_new_prescription_can_be_read_under_its_location(call):
    body = {"patient": "ana", "drug": "Ibuprofen", "days": 5}
    created = call("dr", "POST", "/prescriptions", json=body)
    assert created.status_code == 201
    read = call("ana", "GET", created.headers["location"]).json()
    assert read == {"id": created.json()["id"], "doctor": "dr", **body}


def test_a_repeated_change_is_the_same_change(call, prescription):
    path = f"/prescriptions/{prescription['id']}"
    for _ in range(2):
        response = call("dr", "PATCH", path, json={"days": 7})
        assert response.json() == {**prescription, "days": 7}
    assert call("ana", "GET", path).json()["days"] == 7


# endregion effects


def test_a_prescription_belongs_to_the_doctor_who_is_logged_in(call):
    body = {"patient": "ana", "drug": "Ibuprofen", "days": 5}
    created = call("dr2", "POST", "/prescriptions", json=body)
    assert created.json()["doctor"] == "dr2"
    assert call("dr", "GET", created.headers["location"]).status_code == 404
