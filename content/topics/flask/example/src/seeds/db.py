import sqlite3
from pathlib import Path

import click
from flask import current_app, g
from flask.cli import with_appcontext


# region connection
def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"], timeout=5)
        g.db.row_factory = sqlite3.Row
    return g.db


def close_db(error):
    if "db" in g:
        g.pop("db").close()


# endregion connection


# region init
@click.command("init-db")
@with_appcontext
def init_db():
    """Create the tables that don't exist yet."""
    Path(current_app.config["DATABASE"]).parent.mkdir(parents=True, exist_ok=True)
    with current_app.open_resource("schema.sql", "r") as schema:
        get_db().executescript(schema.read())
    click.echo("The database is ready.")


def init_app(app):
    app.teardown_appcontext(close_db)
    app.cli.add_command(init_db)


# endregion init
