from main import retry


def make(failures, attempts=4, on=TimeoutError):
    waits, calls = [], []

    @retry(on=on, attempts=attempts, sleep=waits.append)
    def fetch(name, *, size=1):
        """Fetch something by its name."""
        calls.append(name)
        if len(calls) <= len(failures):
            raise failures[len(calls) - 1]
        return f"{name} x{size}"

    return fetch, waits, calls


def test_arguments():
    """Arguments are passed on, and the result comes back"""
    fetch, _, _ = make([])
    try:
        found = fetch("tea", size=3)
    except TypeError as error:
        raise AssertionError(f"fetch('tea', size=3) should work: {error}.") from None
    assert found == "tea x3", f"Expected 'tea x3', found {found!r}."
    for answer in (None, 0, [], "tea"):
        calls = []

        @retry(on=TimeoutError, attempts=3, sleep=calls.append)
        def give(*names, **more):
            calls.append((names, more))
            return answer

        found = give("a", "b", to="c")
        assert found == answer, f"The function returned {answer!r}, and the decorated one {found!r}."
        assert calls == [(("a", "b"), {"to": "c"})], f"A function that succeeds is called once, with its arguments, and nothing sleeps. Found {calls}."


def test_name():
    """The function keeps its name and docstring"""
    fetch, _, _ = make([])
    assert fetch.__name__ == "fetch", f"Its name should be 'fetch', found {fetch.__name__!r}."
    assert fetch.__doc__ == "Fetch something by its name.", f"Its docstring is lost: {fetch.__doc__!r}."


def test_waits():
    """It tries again and waits longer each time"""
    fetch, waits, calls = make([TimeoutError(), TimeoutError(), TimeoutError()])
    found = fetch("tea")
    assert found == "tea x1", f"The fourth call succeeds: expected 'tea x1', found {found!r}."
    assert waits == [1, 2, 4], f"Expected waits of 1, 2 and 4 seconds, found {waits}."
    assert calls == ["tea"] * 4, f"Each call should get the same arguments: found {calls}."
    fetch, waits, calls = make([TimeoutError()] * 6, attempts=10)
    fetch("tea")
    assert waits == [1, 2, 4, 8, 16, 32], f"Six calls fail and the seventh succeeds: expected waits of 1, 2, 4, 8, 16 and 32 seconds, found {waits}."


def test_again():
    """Every call begins with all its attempts"""
    fetch, waits, calls = make([TimeoutError(), TimeoutError()], attempts=3)
    fetch("tea")
    del calls[:], waits[:]
    found = fetch("cup")
    assert (found, waits) == ("cup x1", [1, 2]), f"The function was called again, and failed twice again: expected waits of 1 and 2 seconds, found {waits}."


def test_steps():
    """It sleeps before each retry"""
    log = []

    @retry(on=TimeoutError, attempts=3, sleep=lambda seconds: log.append(f"sleep {seconds}"))
    def fetch():
        log.append("call")
        if len(log) < 5:
            raise TimeoutError

    fetch()
    expected = ["call", "sleep 1", "call", "sleep 2", "call"]
    assert log == expected, f"Expected {', '.join(expected)}, found {', '.join(log)}."


def test_gives_up():
    """After the last attempt the error is raised, without a wait"""
    for attempts, expected in ((3, [1, 2]), (1, []), (2, [1]), (5, [1, 2, 4, 8])):
        failures = [TimeoutError(str(number)) for number in range(attempts)]
        fetch, waits, calls = make(failures, attempts=attempts)
        try:
            found = fetch("tea")
        except TimeoutError as error:
            assert error is failures[-1], f"The error of attempt {attempts} should be raised, found {error!r}."
        else:
            raise AssertionError(f"All {attempts} attempts failed, and {found!r} was returned instead of an error.")
        assert len(calls) == attempts, f"attempts={attempts}: expected that many calls, found {len(calls)}."
        assert waits == expected, f"attempts={attempts}: expected the waits {expected}, found {waits}."


def test_other_errors():
    """Errors of another kind are raised at once"""
    for failures in ([KeyError("tea")], [ConnectionError("reset")], [TimeoutError(), ValueError("no number")], [KeyboardInterrupt()]):
        fetch, waits, calls = make(failures)
        try:
            found = fetch("tea")
        except BaseException as error:
            assert error is failures[-1], f"Expected {failures[-1]!r}, found {error!r}."
        else:
            raise AssertionError(f"The function raised {failures[-1]!r}, and {found!r} was returned.")
        assert len(calls) == len(failures), f"{type(failures[-1]).__name__} doesn't go away: expected {len(failures)} calls, found {len(calls)}."
        assert waits == [1][: len(failures) - 1], f"{type(failures[-1]).__name__} should be raised without a wait, found the waits {waits}."


def test_subclass():
    """An error of a subclass counts, too"""
    fetch, _, calls = make([BrokenPipeError(), ConnectionResetError()], on=ConnectionError)
    try:
        fetch("tea")
    except ConnectionError as error:
        raise AssertionError(f"on=ConnectionError should also try again after {type(error).__name__}.") from None
    assert len(calls) == 3, f"Expected 3 calls, found {len(calls)}."


def test_several_kinds():
    """Several kinds of errors can be given as a tuple"""
    fetch, _, calls = make([TimeoutError(), ConnectionError()], on=(TimeoutError, ConnectionError))
    try:
        fetch("tea")
    except (TimeoutError, ConnectionError) as error:
        raise AssertionError(f"on=(TimeoutError, ConnectionError) should try again after {error!r}.") from None
    assert len(calls) == 3, f"on=(TimeoutError, ConnectionError) should retry both: expected 3 calls, found {len(calls)}."
