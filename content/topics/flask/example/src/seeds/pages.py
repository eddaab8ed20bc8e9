from flask import Blueprint, render_template

from .db import get_db

bp = Blueprint("pages", __name__)


@bp.get("/")
def stock():
    seeds = get_db().execute("SELECT name, packets FROM seed ORDER BY name").fetchall()
    return render_template("stock.html", seeds=seeds)
