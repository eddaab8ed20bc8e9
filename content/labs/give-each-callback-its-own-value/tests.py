import inspect

from main import make_handlers


def run(name, message):
    return f"{name}: {message}"


def calls(handlers, message="go"):
    return {name: handlers[name](message) for name in handlers}


def test_names():
    """There is a handler for every job"""
    for jobs in (["mail", "report"], ["b", "a", "c"], []):
        found = make_handlers(jobs, run)
        assert isinstance(found, dict), f"make_handlers should return a dictionary, found {found!r}."
        assert sorted(found) == sorted(jobs), f"Expected handlers for {jobs}, found {list(found)}."


def test_own_job():
    """Each handler runs its own job"""
    for jobs in (["mail", "report", "cleanup"], ["z", "a"], [str(n) for n in range(20)]):
        handlers = make_handlers(jobs, run)
        for message in ("go", ""):
            found, expected = calls(handlers, message), {name: run(name, message) for name in jobs}
            assert found == expected, f"Each handler was called with {message!r}: expected {expected}, found {found}."
    seen = []
    handlers = make_handlers(["mail", "report"], lambda *given: seen.append(given))
    assert seen == [], f"No handler was called yet, and run was called with {seen[0]}."
    handlers["mail"]("one")
    assert seen == [("mail", "one")], f"The handler of mail was called with 'one': run should be called once with ('mail', 'one'), found {seen}."
    handlers["mail"]("one")
    assert len(seen) == 2, f"The handler of mail was called twice with 'one': run should be called twice, found {seen}."
    make_handlers(["mail"], lambda *given: None)
    handlers["report"]("two")
    assert seen[2:] == [("report", "two")], f"Other handlers with another run were made in between: the handler of report should still call its own run with ('report', 'two'), found {seen[2:]}."


def test_no_second_argument():
    """A handler takes the message and nothing else"""
    handler = make_handlers(["mail", "report"], run)["mail"]
    try:
        names = list(inspect.signature(handler).parameters)
    except ValueError:
        names = []
    for more in [("report",), {"name": "report"}, {"job": "report"}, *({name: "report"} for name in names[1:])]:
        shown = "'go', 'report'" if isinstance(more, tuple) else f"'go', {next(iter(more))}='report'"
        try:
            found = handler("go", *more) if isinstance(more, tuple) else handler("go", **more)
        except TypeError:
            continue
        raise AssertionError(f"A caller replaced the job: handler({shown}) gave {found!r}. It should raise TypeError.")


def test_later():
    """A job added later changes nothing"""
    jobs = ["mail", "report"]
    handlers = make_handlers(jobs, run)
    jobs.insert(0, "cleanup")
    jobs.append("backup")
    found = calls(handlers)
    expected = {"mail": "mail: go", "report": "report: go"}
    assert found == expected, f"Two jobs were added to the list later: expected {expected}, found {found}."


def test_generator():
    """The jobs may be any iterable"""
    for jobs in ((name for name in ("a", "b")), ("a", "b"), {"a": 1, "b": 2}, "ab"):
        handlers = make_handlers(jobs, run)
        found = [handler("x") for handler in handlers.values()]
        assert found == ["a: x", "b: x"], f"From a {type(jobs).__name__}, expected ['a: x', 'b: x'], found {found}."
