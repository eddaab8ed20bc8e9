import hmac
import sqlite3

from flask import Blueprint, abort, current_app, request, url_for
from werkzeug.datastructures import WWWAuthenticate
from werkzeug.exceptions import Unauthorized

from .db import get_db

bp = Blueprint("api", __name__, url_prefix="/api")


# region key
@bp.before_request
def writers_need_the_key():
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    given = request.authorization and request.authorization.token
    key = current_app.config["API_KEY"]
    if not given or not hmac.compare_digest(given.encode(), key.encode()):
        raise Unauthorized(www_authenticate=WWWAuthenticate("bearer"))


# endregion key


# region show
@bp.get("/seeds/<int(max=2147483647):seed_id>")
def show(seed_id):
    row = get_db().execute("SELECT * FROM seed WHERE id = ?", [seed_id]).fetchone()
    return dict(row) if row else abort(404)


# endregion show


# region add
@bp.post("/seeds")
def add():
    try:
        data = request.get_json()
    except RecursionError:
        abort(400, "The JSON is nested too deeply")
    name = data.get("name") if isinstance(data, dict) else None
    if not isinstance(name, str) or not name.strip() or len(name) > 100:
        abort(422, "name is a text of 1 to 100 characters")
    if not name.isprintable():
        abort(422, "name contains a character that can't be printed")
    packets = data.get("packets", 0)
    if type(packets) is not int or not 0 <= packets <= 10_000:
        abort(422, "packets is a number from 0 to 10000")

    try:
        with get_db() as db:  # commits, or rolls back after an exception
            row = db.execute(
                "INSERT INTO seed (name, packets) VALUES (?, ?) RETURNING *",
                [name.strip(), packets],
            ).fetchone()
    except sqlite3.IntegrityError:
        abort(409, "A seed with this name exists")
    return dict(row), 201, {"Location": url_for("api.show", seed_id=row["id"])}


# endregion add


# region lend
@bp.post("/seeds/<int(max=2147483647):seed_id>/loans")
def lend(seed_id):
    with get_db() as db:
        row = db.execute(
            "UPDATE seed SET packets = packets - 1 "
            "WHERE id = ? AND packets > 0 RETURNING *",
            [seed_id],
        ).fetchone()
    if row is None:
        show(seed_id)  # 404 if there's no such seed
        abort(409, "No packet is left")
    return dict(row)


# endregion lend
