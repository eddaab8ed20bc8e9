import io
import json
import logging
import sys
from datetime import date
from decimal import Decimal

from main import JsonFormatter


def log(act):
    """What a handler with the formatter writes while act(logger) runs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    errors = []
    handler.handleError = lambda record: errors.append(sys.exception())
    logger = logging.Logger("shop.orders")
    logger.addHandler(handler)
    act(logger)
    assert not errors, f"A log call should never fail, and format raised {errors[0]!r}."
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


def test_levels():
    """Every level and message is right"""
    for level, name in ((10, "DEBUG"), (20, "INFO"), (30, "WARNING"), (40, "ERROR"), (50, "CRITICAL")):
        found = log(lambda logger: logger.log(level, "sum of %(a)s and %(b)s", {"a": 1, "b": "☕"}))
        assert found.get("level") == name, f"Expected the level {name}, found {found.get('level')!r}."
        assert found.get("message") == "sum of 1 and ☕", f"Expected the message 'sum of 1 and ☕', found {found.get('message')!r}."
    found = log(lambda logger: logger.info("100% done"))
    assert found.get("message") == "100% done", f"A message without arguments should stay as it is: '100% done'. Found {found.get('message')!r}."
    assert sorted(found) == ["level", "logger", "message"], f"The line should have level, logger and message, found {', '.join(sorted(found))}."


def test_extra():
    """Extra fields are fields of the line, and nothing else is"""
    found = log(lambda logger: logger.info("order paid", extra={"order_id": "A-7", "cents": 4200}))
    assert found.get("order_id") == "A-7", f"Expected order_id A-7, found {found.get('order_id')!r}."
    assert found.get("cents") == 4200, f"cents is a number and should stay one, found {found.get('cents')!r}."
    values = {"none": None, "yes": True, "list": [1, "a"], "deep": {"a": {"b": 2}}, "text": "ä \\ \"", "_trace": "t-1"}
    more = log(lambda logger: logger.info("kept", extra=values))
    for key, value in values.items():
        assert more.get(key, "nothing") == value, f"The extra field {key} is {value!r} and should stay so, found {more.get(key, 'nothing')!r}."
    more = sorted(set(found) - {"level", "logger", "message", "order_id", "cents"})
    assert more == [], f"The line has fields that no one asked for: {', '.join(more)}."


def test_taken_names():
    """An extra field cannot take the place of the level or the logger"""
    found = log(lambda logger: logger.error("failed", extra={"level": "low", "logger": "x", "kind": "a"}))
    for key, value in {"level": "ERROR", "logger": "shop.orders", "kind": "a"}.items():
        assert found.get(key) == value, f"An error was logged with the extra fields level, logger and kind. Expected {key} {value!r}, found {found.get(key)!r}."


def test_unknown_values():
    """Values that JSON does not know are written as text"""
    found = log(lambda logger: logger.info("priced", extra={"price": Decimal("4.50")}))
    assert found.get("price") == "4.50", f"Decimal('4.50') should be written as 4.50, found {found.get('price')!r}."
    found = log(lambda logger: logger.info("priced", extra={"day": date(2026, 3, 1), "lines": [{"price": Decimal("1.20")}]}))
    assert found.get("day") == "2026-03-01", f"date(2026, 3, 1) should be written as 2026-03-01, found {found.get('day')!r}."
    assert found.get("lines") == [{"price": "1.20"}], f"A Decimal inside a list should be written as text too, found {found.get('lines')!r}."


def test_error():
    """A stack trace is in the same line"""

    def act(logger):
        try:
            {}["sku"]
        except KeyError:
            logger.exception("import failed")

    found = log(act)
    assert found.get("message") == "import failed", f"Expected the message 'import failed', found {found.get('message')!r}."
    error = found.get("error") or ""
    assert "KeyError: 'sku'" in error and "Traceback" in error, f"error should hold the stack trace, found {error!r}."

    def act_with_own_error(logger):
        try:
            {}["sku"]
        except KeyError:
            logger.exception("import failed", extra={"error": "mine", "file": "a.csv"})

    found = log(act_with_own_error)
    assert "KeyError: 'sku'" in str(found.get("error")), f"An extra field error shouldn't replace the stack trace, found {found.get('error')!r}."
    assert found.get("file") == "a.csv", f"Expected the extra field file next to the stack trace, found {found.get('file')!r}."


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
    assert found.get("user") == "ada", "The field user isn't a secret."
    for name in ("password", "token", "authorization", "Password", "TOKEN", "AuthoriZation"):
        found = log(lambda logger: logger.info("call", extra={name: "abc", "user": "abc"}))
        assert found.get(name) == "[hidden]", f"The value of {name} should be [hidden], found {found.get(name)!r}."
    for name in ("tokens", "has_password", "authorized"):
        found = log(lambda logger: logger.info("call", extra={name: 3}))
        assert found.get(name) == 3, f"{name} isn't a secret: expected 3, found {found.get(name)!r}."


def test_record():
    """Other handlers get the record as it was"""
    record = logging.makeLogRecord({"name": "shop", "levelname": "INFO", "msg": "paid %s", "args": ("A-7",), "token": "abc", "cents": 4200})
    logging.Formatter("%(asctime)s %(message)s").format(record)
    before = dict(vars(record))
    lines = [JsonFormatter().format(record) for _ in range(2)]
    assert lines[0] == lines[1], f"The same record was formatted twice: first {lines[0]}, then {lines[1]}."
    more = sorted(set(json.loads(lines[0])) - {"level", "logger", "message", "token", "cents"})
    assert more == [], f"Another handler formatted the record before, and the line now has {', '.join(more)} too."
    for key, value in before.items():
        found = getattr(record, key, "nothing")
        assert found == value, f"The record's {key} was {value!r} and became {found!r}. Its other handlers see that."
