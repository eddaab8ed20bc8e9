# #region factory
from flask import Flask

from . import db, rooms
from .mailer import mailer


def create_app(config=None):
    app = Flask(__name__)
    app.config.from_mapping(HOUSE="unnamed")
    app.config.from_prefixed_env("LAUNDRY")  # LAUNDRY_DATABASE sets DATABASE
    app.config.from_mapping(config or {})  # the caller has the last word
    for name in ["DATABASE", "SECRET_KEY"]:
        value = app.config.get(name)
        if not value or not isinstance(value, str):
            raise RuntimeError(f"Set {name} to a text, e.g. with LAUNDRY_{name}")

    db.init_app(app)
    mailer.init_app(app)
    app.register_blueprint(rooms.bp)
    return app


# #endregion factory
