from flask import json, request
from werkzeug.exceptions import HTTPException


def as_json(error):
    if not request.path.startswith("/api/"):
        return error
    response = error.get_response()  # keeps headers such as Allow
    response.content_type = "application/json"
    response.data = json.dumps({"title": error.name, "detail": error.description})
    return response


def init_app(app):
    app.register_error_handler(HTTPException, as_json)
