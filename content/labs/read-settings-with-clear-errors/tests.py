import os
from collections.abc import Mapping
from unittest import mock

from main import ConfigError, Settings, load

KEY = "0123456789abcdef"
GOOD = {"PORT": "3000", "DATABASE_URL": "postgresql://db/shop", "DEBUG": "TRUE", "API_KEY": KEY}


class Environ(Mapping):
    """A mapping that is no dictionary, as os.environ is none."""

    def __init__(self, **changes):
        self._values = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}

    def __getitem__(self, name):
        return self._values[name]

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)


def shown(changes):
    return ", ".join(f"no {name}" if value is None else f"{name}={value!r}" for name, value in changes.items())


def refusal(**changes):
    try:
        found = load(Environ(**changes))
    except ConfigError as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"With {shown(changes)}, expected ConfigError, found {error!r}.") from None
    raise AssertionError(f"With {shown(changes)}, expected ConfigError, found {found}.")


def accepted(**changes):
    try:
        return load(Environ(**changes))
    except Exception as error:
        raise AssertionError(f"{shown(changes) or 'Good settings'}: everything is right, and load raised {error!r}.") from None


def test_good():
    """Good settings are read with their types"""
    found = accepted()
    assert isinstance(found, Settings), f"load should return Settings, found {found!r}."
    for name, expected in (("port", 3000), ("database_url", "postgresql://db/shop"), ("debug", True), ("api_key", KEY)):
        value = getattr(found, name, "nothing")
        assert value == expected, f"{name} should be {expected!r}, found {value!r}."
    assert type(found.port) is int, f"The port should be an int, found {found.port!r}."
    assert found.debug is True, f"debug should be True, found {found.debug!r}."
    url = "postgresql://ada:secret@10.0.0.7:6432/orders?sslmode=require"
    found = accepted(DATABASE_URL=url, API_KEY="k" * 40)
    assert found.database_url == url, f"Expected the database URL {url}, found {found.database_url}."
    assert found.api_key == "k" * 40, f"Expected a key of 40 characters, found {found.api_key!r}."


def test_defaults():
    """Missing and empty settings have their defaults"""
    for empty in (None, ""):
        found = accepted(PORT=empty)
        assert (found.port, found.debug) == (8080, True), f"PORT is {empty!r} and DEBUG TRUE: expected 8080 and True, found {found.port} and {found.debug}."
        found = accepted(DEBUG=empty)
        assert (found.port, found.debug) == (3000, False), f"PORT is 3000 and DEBUG {empty!r}: expected 3000 and False, found {found.port} and {found.debug}."
        assert found.debug is False, f"debug should be False, found {found.debug!r}."


def test_false():
    """The text false means false"""
    for text, expected in (("false", False), ("False", False), ("FALSE", False), ("true", True), ("True", True), ("tRUE", True)):
        found = accepted(DEBUG=text).debug
        assert found is expected, f"DEBUG={text} should be {expected}, found {found!r}."


def test_each():
    """Every wrong value is refused, with the name of its setting"""
    wrong = {
        "PORT": ("80a", "0", "65536", "70000", "-1", "80.5", "8080.0", "http", "1e3", "0x50", "100000000000", "²"),
        "DATABASE_URL": (None, "", "mysql://db", "postgres://db/shop", "see postgresql://db/shop", "postgresql:/db", "postgresql", " postgresql://db/shop", "POSTGRESQL://db/shop"),
        "DEBUG": ("yes", "1", "0", "on", "none", "truefalse", "tru"),
        "API_KEY": (None, "", "short", "012345678901234", "x"),
    }
    for name, values in wrong.items():
        for value in values:
            message = refusal(**{name: value})
            assert name in message, f"{shown({name: value})} is wrong, and the message doesn't name {name}: {message!r}."
            others = [other for other in GOOD if other != name and other in message]
            assert not others, f"Only {name} is wrong, and the message names {', '.join(others)} too: {message!r}."


def test_only_environ():
    """Only the mapping is read, not the real environment"""
    with mock.patch.dict(os.environ, {"DATABASE_URL": "postgresql://other/db", "PORT": "1234"}):
        found = accepted(PORT=None).port
        assert found == 8080, f"PORT is missing in environ and 1234 in os.environ: expected the default 8080, found {found!r}."
        refusal(DATABASE_URL=None)


def test_edges():
    """The smallest and largest allowed values are accepted"""
    for port in (1, 80, 65535):
        found = accepted(PORT=str(port)).port
        assert found == port, f"PORT={port} should be {port}, found {found!r}."
    accepted(API_KEY="k" * 16)


def test_all_at_once():
    """All mistakes are in one message"""
    message = refusal(PORT="80a", DATABASE_URL=None, DEBUG="maybe", API_KEY=None)
    missing = [name for name in GOOD if name not in message]
    assert not missing, f"Four settings are wrong, and the message doesn't name {', '.join(missing)}."
    message = refusal(PORT="0", API_KEY="short")
    names = [name for name in GOOD if name in message]
    assert names == ["PORT", "API_KEY"], f"PORT and API_KEY are wrong, and the message names {', '.join(names) or 'none'}: {message!r}."


def test_secret():
    """The secret's value is not in the message"""
    for key, changes in (("hunter2-secret", {}), ("hunter2-secret", {"PORT": "x"}), ("hunter2-" * 4, {"PORT": "x", "DEBUG": "x"})):
        message = refusal(API_KEY=key, **changes)
        assert "hunt" not in message, f"API_KEY is {key}, and the message contains it or a part of it. It will end up in a log: {message!r}."


def test_password():
    """The database URL is not in the message"""
    for url, changes in (("mysql://ada:hunter2@db/shop", {}), ("ada:hunter2@db", {"PORT": "x", "API_KEY": "short"})):
        message = refusal(DATABASE_URL=url, **changes)
        assert "hunter2" not in message, f"DATABASE_URL is {url}, and the message contains its password: {message!r}."
