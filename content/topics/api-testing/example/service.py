"""Prescriptions of a telemedicine service, kept in memory."""

import threading
import uuid

from flask import Flask, abort, g, jsonify, request
from werkzeug.exceptions import HTTPException

USERS = {
    "token-ana": {"id": "ana", "role": "patient"},
    "token-ben": {"id": "ben", "role": "patient"},
    "token-dr": {"id": "dr", "role": "doctor"},
    "token-dr2": {"id": "dr2", "role": "doctor"},
}

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 10_000
prescriptions = {}
lock = threading.Lock()


@app.errorhandler(HTTPException)
def error(problem):
    response = jsonify(error=problem.description)
    response.headers.extend(
        (name, value)
        for name, value in problem.get_headers(request.environ)
        if name.lower() not in ("content-type", "content-length")
    )
    return response, problem.code


@app.before_request
def authenticate():
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    g.user = USERS.get(token)
    if g.user is None:
        response = jsonify(error="Log in")
        response.headers["WWW-Authenticate"] = "Bearer"
        return response, 401


# region permission
def visible(prescription):
    return g.user["id"] in (prescription["patient"], prescription["doctor"])


def find(prescription_id):
    found = prescriptions.get(prescription_id)
    if found is None or not visible(found):
        abort(404, "Not found")  # the same response in both cases
    return found


# endregion permission


def read_body(allowed):
    try:
        body = request.get_json()  # 400 for broken JSON, 415 for another type
    except RecursionError:
        abort(400, "Nested too deeply")
    if not isinstance(body, dict):
        abort(422, "Send an object")
    if unknown := sorted(set(body) - set(allowed)):
        abort(422, f"Unknown: {', '.join(unknown)}")
    for name, rule in allowed.items():
        if name not in body or not rule(body[name]):
            abort(422, f"Check the field {name}")
    return body


def is_days(value):
    return type(value) is int and 1 <= value <= 90


def is_text(value):
    return isinstance(value, str) and 1 <= len(value) <= 100


@app.post("/prescriptions")
def create():
    if g.user["role"] != "doctor":
        abort(403, "Doctors only")
    body = read_body({"patient": is_text, "drug": is_text, "days": is_days})
    created = {"id": str(uuid.uuid4()), "doctor": g.user["id"], **body}
    with lock:
        prescriptions[created["id"]] = created
    return created, 201, {"Location": f"/prescriptions/{created['id']}"}


@app.get("/prescriptions")
def index():
    with lock:
        return jsonify(items=[p for p in prescriptions.values() if visible(p)])


@app.get("/prescriptions/<prescription_id>")
def show(prescription_id):
    return find(prescription_id)


@app.patch("/prescriptions/<prescription_id>")
def change(prescription_id):
    found = find(prescription_id)
    if found["doctor"] != g.user["id"]:
        abort(403, "Only the doctor who wrote it")
    body = read_body({"days": is_days})
    found["days"] = body["days"]
    return found
