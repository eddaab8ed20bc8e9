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


def test_gives_up():
    """After the last attempt the error is raised, without a wait"""
    last = TimeoutError("third")
    fetch, waits, calls = make([TimeoutError(), TimeoutError(), last], attempts=3)
    try:
        found = fetch("tea")
    except TimeoutError as error:
        assert error is last, f"The last error should be raised, found {error!r}."
    else:
        raise AssertionError(f"All three attempts failed, and {found!r} was returned instead of an error.")
    assert len(calls) == 3, f"Expected 3 calls, found {len(calls)}."
    assert waits == [1, 2], f"Between three calls there are two waits, found {waits}."


def test_other_errors():
    """Errors of another kind are raised at once"""
    fetch, waits, calls = make([KeyError("tea")])
    try:
        fetch("tea")
    except KeyError:
        pass
    except BaseException as error:
        raise AssertionError(f"Expected KeyError, found {error!r}.") from None
    assert len(calls) == 1, f"KeyError doesn't go away: expected 1 call, found {len(calls)}."


def test_several_kinds():
    """Several kinds of errors can be given as a tuple"""
    fetch, _, calls = make([TimeoutError(), ConnectionError()], on=(TimeoutError, ConnectionError))
    fetch("tea")
    assert len(calls) == 3, f"on=(TimeoutError, ConnectionError) should retry both: expected 3 calls, found {len(calls)}."
