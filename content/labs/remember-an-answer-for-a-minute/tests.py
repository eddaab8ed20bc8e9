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
    """After the time the function is called again"""
    rate, calls, clock = make(lambda currency: 1.08)
    rate("EUR")
    clock.now += 59.9
    rate("EUR")
    assert len(calls) == 1, f"After 59.9 seconds the answer is still good. The function was called {len(calls)} times."
    clock.now += 0.1
    rate("EUR")
    assert len(calls) == 2, f"After 60 seconds the function should be called again. It was called {len(calls)} times."


def test_none():
    """None is an answer too"""
    rate, calls, clock = make(lambda currency: None)
    rate("XXX")
    rate("XXX")
    assert len(calls) == 1, f"The function gave None, and that is kept too: expected 1 call, found {len(calls)}."


def test_arguments():
    """Each set of arguments has its own answer"""
    rate, calls, clock = make()
    assert rate("EUR") == (("EUR",), {}), "rate('EUR') got another call's answer."
    assert rate("USD") == (("USD",), {}), "rate('USD') got another call's answer."
    assert rate("EUR", day=1) == (("EUR",), {"day": 1}), "rate('EUR', day=1) got another call's answer."
    assert rate("EUR", day=2) == (("EUR",), {"day": 2}), "rate('EUR', day=2) got the answer of day=1."
    assert rate("EUR", day=1, side="buy") == rate("EUR", side="buy", day=1), "The order of named arguments makes no difference."
    assert len(calls) == 5, f"Expected 5 calls of the function, one for each set of arguments, found {len(calls)}."


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
    found = rate("EUR")
    assert found == 1.08, f"The second call should try again and give 1.08, found {found}."


def test_memory():
    """Answers that ran out leave the memory"""
    rate, calls, clock = make()
    for number in range(100):
        rate(number)
    assert rate.size() == 100, f"100 answers are good now: expected size() 100, found {rate.size()}."
    clock.now += 60
    rate("new")
    assert rate.size() == 1, f"The 100 old answers ran out: expected size() 1, found {rate.size()}."


def test_name():
    """The decorated function keeps its name"""

    @remember(1, Clock())
    def exchange_rate():
        """Today's rate."""

    assert exchange_rate.__name__ == "exchange_rate", f"Expected the name exchange_rate, found {exchange_rate.__name__}."
