from main import remember


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


def make(answer=lambda *args, **kwargs: (args, kwargs)):
    clock = Clock()
    calls = []

    @remember(60, clock)
    def rate(*args, **kwargs):
        calls.append((args, kwargs))
        return answer(*args, **kwargs)

    return rate, calls, clock


def test_twice():
    """The second call gets the stored answer"""
    rate, calls, clock = make(lambda currency: 1.08)
    first, second = rate("EUR"), rate("EUR")
    assert (first, second) == (1.08, 1.08), f"Both calls should give 1.08, found {first} and {second}."
    assert len(calls) == 1, f"Two calls within a minute: expected 1 call of the function, found {len(calls)}."


def test_runs_out():
    """After that time, the function is called again"""
    rate, calls, clock = make(lambda currency: 1.08)
    rate("EUR")
    clock.now += 59.9
    rate("EUR")
    assert len(calls) == 1, f"After 59.9 seconds the answer is still good. The function was called {len(calls)} times."
    clock.now += 0.1
    rate("EUR")
    assert len(calls) == 2, f"After 60 seconds the function should be called again. It was called {len(calls)} times."


def test_not_longer():
    """Using an answer doesn't keep it for longer"""
    rate, calls, clock = make(lambda currency: clock.now)
    first = rate("EUR")
    clock.now += 40
    second = rate("EUR")
    assert second == first, f"After 40 seconds the stored answer {first} is good, found {second}."
    clock.now += 30
    third = rate("EUR")
    assert len(calls) == 2, f"The answer is 70 seconds old, though it was used 30 seconds ago. The function should have been called again; it was called {len(calls)} times in all."
    assert third == clock.now, f"Expected the new answer {clock.now}, found {third}."
    clock.now += 59
    assert rate("EUR") == third, f"The new answer is 59 seconds old and good. Found {rate('EUR')}."


def test_seconds():
    """An answer is kept for the time that was given"""
    for seconds in (5, 0.5, 3600):
        clock, calls = Clock(), []
        function = remember(seconds, clock)(lambda: calls.append(1))
        function()
        clock.now += seconds * 0.75
        function()
        assert len(calls) == 1, f"remember({seconds}, …): after three quarters of the time the answer is good. The function was called {len(calls)} times."
        clock.now += seconds * 0.5
        function()
        assert len(calls) == 2, f"remember({seconds}, …): the time is over, so the function should be called again. It was called {len(calls)} times."


def test_none():
    """None is an answer, too"""
    for answer in (None, 0, "", []):
        rate, calls, clock = make(lambda currency: answer)
        rate("XXX")
        found = rate("XXX")
        assert len(calls) == 1, f"The function gave {answer!r}, and that is kept too: expected 1 call, found {len(calls)}."
        assert found == answer, f"The function gave {answer!r}, and the second call {found!r}."


def test_arguments():
    """Each set of arguments has its own answer"""
    rate, calls, clock = make()
    assert rate("EUR") == (("EUR",), {}), "rate('EUR') got another call's answer."
    assert rate("USD") == (("USD",), {}), "rate('USD') got another call's answer."
    assert rate("EUR", day=1) == (("EUR",), {"day": 1}), "rate('EUR', day=1) got another call's answer."
    assert rate("EUR", day=2) == (("EUR",), {"day": 2}), "rate('EUR', day=2) got the answer of day=1."
    assert rate("EUR", day=1, side="buy") == rate("EUR", side="buy", day=1), "The order of named arguments makes no difference."
    assert len(calls) == 5, f"Expected 5 calls of the function, one for each set of arguments, found {len(calls)}."
    sets = [((), {}), (("a", "b"), {}), ((("a", "b"),), {}), (("b", "a"), {}), (("ab",), {}), (("a",), {"b": 1}), (("a", ("b", 1)), {}), (("a", "b", 1), {}), ((), {"a": "b"}), ((), {"b": "a"}), ((None,), {}), (("a,b",), {}), ((5,), {}), (("5",), {}), (("a", 5), {}), (("a",), {"day": 5})]
    for _ in range(2):
        for args, kwargs in sets:
            found = rate(*args, **kwargs)
            assert found == (args, kwargs), f"A call with {args} and {kwargs} got the answer of {found[0]} and {found[1]}."
    assert len(calls) == 5 + len(sets), f"Expected {len(sets)} more calls of the function, one for each set of arguments, found {len(calls) - 5}."


def test_functions():
    """Each function has its own answers"""
    once = remember(60, Clock())
    one, two = once(lambda name: f"one {name}"), once(lambda name: f"two {name}")
    found = (one("a"), two("a"), one("a"))
    assert found == ("one a", "two a", "one a"), f"Two functions were decorated, and calling one, two, one gave {found}."
    assert (one.size(), two.size()) == (1, 1), f"Each has one answer stored: size() says {one.size()} and {two.size()}."


def test_error():
    """An error is not kept"""
    answers = [ConnectionError("down"), 1.08]

    def answer(currency):
        found = answers.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    rate, calls, clock = make(answer)
    try:
        rate("EUR")
    except ConnectionError:
        pass
    else:
        raise AssertionError("The error of the function should reach the caller.")
    assert rate.size() == 0, f"After an error nothing is stored: size() says {rate.size()}."
    found = rate("EUR")
    assert found == 1.08, f"The second call should try again and give 1.08, found {found}."
    answers.append(ConnectionError("down again"))
    clock.now += 60
    try:
        found = rate("EUR")
    except ConnectionError:
        found = "the error"
    assert found == "the error", f"The answer is 60 seconds old, and the new call fails: the error should reach the caller, found {found}."


def test_memory():
    """Expired answers are removed from memory"""
    rate, calls, clock = make()
    for number in range(100):
        rate(number)
    assert rate.size() == 100, f"100 answers are good now: expected size() 100, found {rate.size()}."
    clock.now += 60
    rate("new")
    assert rate.size() == 1, f"The 100 old answers ran out: expected size() 1, found {rate.size()}."
    clock.now += 30
    rate("newer")
    clock.now += 30
    rate("newest")
    assert rate.size() == 2, f"One of three answers ran out: expected size() 2, found {rate.size()}."
    before = len(calls)
    assert rate("newer") == (("newer",), {}), f"rate('newer') gave {rate('newer')}."
    assert len(calls) == before, "The answer of 'newer' is 30 seconds old and good, and it was thrown away with the old one."


def test_name():
    """The decorated function keeps its name"""

    @remember(1, Clock())
    def exchange_rate():
        """Today's rate."""

    assert exchange_rate.__doc__ == "Today's rate.", f"Its docstring is lost: {exchange_rate.__doc__!r}."
    assert exchange_rate.__name__ == "exchange_rate", f"Expected the name exchange_rate, found {exchange_rate.__name__}."
