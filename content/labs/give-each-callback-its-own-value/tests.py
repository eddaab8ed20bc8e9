from main import make_handlers


def run(name, message):
    return f"{name}: {message}"


def test_names():
    """There is a handler for every job"""
    found = sorted(make_handlers(["mail", "report"], run))
    assert found == ["mail", "report"], f"Expected handlers for mail and report, found {found}."


def test_own_job():
    """Each handler runs its own job"""
    handlers = make_handlers(["mail", "report", "cleanup"], run)
    found = [handlers[name]("go") for name in handlers]
    expected = ["mail: go", "report: go", "cleanup: go"]
    assert found == expected, f"Expected {expected}, found {found}."


def test_no_second_argument():
    """A handler takes the message and nothing else"""
    handler = make_handlers(["mail", "report"], run)["mail"]
    try:
        found = handler("go", "report")
    except TypeError:
        return
    raise AssertionError(f"A second argument replaced the job: handler('go', 'report') gave {found!r}. It should raise TypeError.")


def test_generator():
    """The jobs may be any iterable"""
    handlers = make_handlers((name for name in ("a", "b")), run)
    found = [handler("x") for handler in handlers.values()]
    assert found == ["a: x", "b: x"], f"From a generator, found {found}."
