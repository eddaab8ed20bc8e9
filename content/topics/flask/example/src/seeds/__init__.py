import os
from pathlib import Path

from flask import Flask

from . import api, db, errors, pages


def create_app(config=None):
    app = Flask(__name__)
    app.config.from_mapping(
        API_KEY=os.environ.get("SEEDS_API_KEY"),
        DATABASE=os.environ.get("SEEDS_DATABASE", Path(app.instance_path, "seeds.db")),
        MAX_CONTENT_LENGTH=16 * 1024,
    )
    app.config.from_mapping(config or {})
    if not app.config["API_KEY"]:
        raise RuntimeError("Set SEEDS_API_KEY")

    db.init_app(app)
    errors.init_app(app)
    app.register_blueprint(pages.bp)
    app.register_blueprint(api.bp)
    return app
