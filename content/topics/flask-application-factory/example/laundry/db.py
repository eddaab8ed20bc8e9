# #region db
import sqlite3

import click
from flask import current_app, g
from flask.cli import with_appcontext


def get_db():
    if "db" not in g:
        g.db = sqlite3.connect(current_app.config["DATABASE"])
    return g.db


def close_db(error=None):
    if db := g.pop("db", None):
        db.close()


@click.command("init-db")
@with_appcontext
def init_db():
    """Create the tables. Run it before the first start."""
    with current_app.open_resource("schema.sql", "r") as file:
        get_db().executescript(file.read())
    click.echo(f"created the tables in {current_app.config['DATABASE']}")


def init_app(app):
    app.teardown_appcontext(close_db)
    app.cli.add_command(init_db)


# #endregion db
