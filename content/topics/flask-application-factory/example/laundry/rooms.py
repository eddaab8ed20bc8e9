# #region rooms
import re

from flask import Blueprint, abort, request

from .db import get_db
from .mailer import mailer

bp = Blueprint("rooms", __name__)


@bp.put("/rooms/<int:room>/bookings/<slot>")
def book(room, slot):
    body = request.get_json(silent=True)
    flat = body.get("flat") if isinstance(body, dict) else None
    if not 1 <= room <= 20:
        abort(404)
    if not re.fullmatch(r"(mon|tue|wed|thu|fri|sat|sun)-([8-9]|1[0-9])", slot):
        abort(400, "The slot is a day and an hour, such as mon-8")
    if not isinstance(flat, str) or not re.fullmatch(r"[0-9a-z]{1,10}", flat):
        abort(400, "Send the flat as JSON, such as 4b")

    with get_db() as db:  # one transaction
        added = db.execute(
            "INSERT INTO booking VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (room, slot, flat),
        ).rowcount
        owner = db.execute(
            "SELECT flat FROM booking WHERE room = ? AND slot = ?", (room, slot)
        ).fetchone()[0]
    if owner != flat:
        abort(409, "Someone else has this slot")
    if added:
        mailer.send(flat, f"You have room {room} on {slot}")
    return {"room": room, "slot": slot, "flat": flat}


# #endregion rooms
