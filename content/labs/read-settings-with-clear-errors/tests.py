from main import ConfigError, Settings, load

GOOD = {"PORT": "3000", "DATABASE_URL": "postgresql://db/shop", "DEBUG": "TRUE", "API_KEY": "0123456789abcdef"}


def refusal(**changes):
    environ = {**GOOD, **changes}
    try:
        found = load({name: value for name, value in environ.items() if value is not None})
    except ConfigError as error:
        return str(error)
    except Exception as error:
        raise AssertionError(f"With {changes}, expected ConfigError, found {error!r}.") from None
    raise AssertionError(f"With {changes}, expected ConfigError, found {found}.")


def test_good():
    """Good settings are read with their types"""
    found = load(GOOD)
    expected = Settings(3000, "postgresql://db/shop", True, "0123456789abcdef")
    assert found == expected, f"Expected {expected}, found {found}."


def test_defaults():
    """Missing and empty settings have their defaults"""
    for port, debug in ((None, None), ("", "")):
        environ = {**GOOD, "PORT": port, "DEBUG": debug}
        found = load({name: value for name, value in environ.items() if value is not None})
        assert (found.port, found.debug) == (8080, False), f"Expected port 8080 and debug False, found {found.port} and {found.debug}."


def test_false():
    """The text false means false"""
    found = load({**GOOD, "DEBUG": "false"}).debug
    assert found is False, f"DEBUG=false gave {found!r}."


def test_each():
    """Every wrong value is refused, with the name of its setting"""
    wrong = [("PORT", "80a"), ("PORT", "0"), ("PORT", "70000"), ("PORT", "-1"), ("DATABASE_URL", None), ("DATABASE_URL", "mysql://db"), ("DEBUG", "yes"), ("API_KEY", "short"), ("API_KEY", "")]
    for name, value in wrong:
        message = refusal(**{name: value})
        assert name in message, f"{name}={value!r} is wrong, and the message doesn't name it: {message!r}."


def test_all_at_once():
    """All mistakes are in one message"""
    message = refusal(PORT="80a", DATABASE_URL=None, DEBUG="maybe", API_KEY=None)
    missing = [name for name in GOOD if name not in message]
    assert not missing, f"Four settings are wrong, and the message doesn't name {', '.join(missing)}."


def test_secret():
    """The secret's value is not in the message"""
    message = refusal(API_KEY="hunter2-secret", PORT="x")
    assert "hunter2" not in message, "The message contains the value of API_KEY. It will end up in a log."
