import io
import json
import logging
from decimal import Decimal

from main import JsonFormatter


def log(act):
    """What a handler with the formatter writes while act(logger) runs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    errors = []
    handler.handleError = lambda record: errors.append(record)
    logger = logging.Logger("shop.orders")
    logger.addHandler(handler)
    act(logger)
    assert not errors, "The formatter raised an exception for a record."
    lines = stream.getvalue().splitlines()
    assert len(lines) == 1, f"One call should write one line, found {len(lines)}."
    try:
        return json.loads(lines[0])
    except ValueError:
        raise AssertionError(f"The line isn't JSON: {lines[0]!r}") from None


def test_basic():
    """Level, logger and the whole message are there"""
    found = log(lambda logger: logger.warning("order %s has %d lines", "A-7", 3))
    expected = {"level": "WARNING", "logger": "shop.orders", "message": "order A-7 has 3 lines"}
    for key, value in expected.items():
        assert found.get(key) == value, f"Expected {key} {value!r}, found {found.get(key)!r}."


def test_extra():
    """Extra fields are fields of the line, and nothing else is"""
    found = log(lambda logger: logger.info("order paid", extra={"order_id": "A-7", "cents": 4200}))
    assert found.get("order_id") == "A-7", f"Expected order_id A-7, found {found.get('order_id')!r}."
    assert found.get("cents") == 4200, f"cents is a number and should stay one, found {found.get('cents')!r}."
    more = sorted(set(found) - {"level", "logger", "message", "order_id", "cents"})
    assert more == [], f"The line has fields that nobody asked for: {', '.join(more)}."


def test_unknown_values():
    """Values that JSON does not know are written as text"""
    found = log(lambda logger: logger.info("priced", extra={"price": Decimal("4.50")}))
    assert found.get("price") == "4.50", f"Decimal('4.50') should be written as 4.50, found {found.get('price')!r}."


def test_error():
    """A stack trace stands in the same line"""

    def act(logger):
        try:
            {}["sku"]
        except KeyError:
            logger.exception("import failed")

    found = log(act)
    error = found.get("error") or ""
    assert "KeyError: 'sku'" in error and "Traceback" in error, f"error should hold the stack trace, found {error!r}."


def test_line_breaks():
    """A line break in a value does not start a new line"""
    name = "Ada\n{\"level\": \"INFO\", \"message\": \"admin logged in\"}"
    found = log(lambda logger: logger.info("hello %s", name))
    assert found["message"] == f"hello {name}", f"The message should keep its line break, found {found['message']!r}."


def test_secrets():
    """Secrets are hidden, however they are spelled"""
    found = log(lambda logger: logger.info("call", extra={"Authorization": "Bearer abc", "token": "abc", "user": "ada"}))
    assert "abc" not in json.dumps(found), f"A secret is in the log: {found}."
    assert found.get("token") == "[hidden]", f"Expected [hidden], found {found.get('token')!r}."
    assert found.get("user") == "ada", "The field user is no secret."
