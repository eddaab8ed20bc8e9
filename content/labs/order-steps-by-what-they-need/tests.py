import re

from main import stages


def expect(needs, expected):
    found = stages(needs)
    found = [list(stage) for stage in found]
    assert found == expected, f"For {needs} expected {expected}, found {found}."


def test_chain():
    """What is needed comes first"""
    expect({"web": ["api"], "api": ["database"]}, [["database"], ["api"], ["web"]])


def test_stage():
    """What can start together is one stage"""
    expect(
        {"web": ["api"], "api": ["database", "cache"], "worker": ["database"]},
        [["cache", "database"], ["api", "worker"], ["web"]],
    )


def test_diamond():
    """A service that several need appears once"""
    expect({"d": ["b", "c"], "b": ["a"], "c": ["a"]}, [["a"], ["b", "c"], ["d"]])


def test_empty():
    """Without services there are no stages, and one without needs is a stage"""
    expect({}, [])
    expect({"mail": []}, [["mail"]])


def cycle_of(needs):
    try:
        found = stages(needs)
    except ValueError as error:
        return str(error)
    raise AssertionError(f"{needs} has a cycle: expected ValueError, found {found}.")


def test_cycle():
    """A cycle is refused"""
    cycle_of({"a": ["b"], "b": ["a"]})


def test_cycle_shown():
    """The message shows the cycle along the needs"""
    needs = {"web": ["api"], "api": ["users"], "users": ["mail"], "mail": ["api"], "cache": []}
    message = cycle_of(needs)
    shown = re.findall(r"\w+(?: -> \w+)+", message)
    assert shown, f"The message should show the cycle with ' -> ', found {message!r}."
    path = shown[0].split(" -> ")
    assert path[0] == path[-1], f"The cycle should end where it began, found {shown[0]!r}."
    assert set(path) == {"api", "users", "mail"}, f"The cycle is api, users and mail; web only needs it. Found {shown[0]!r}."
    for service, needed in zip(path, path[1:]):
        assert needed in needs[service], f"{shown[0]!r} says that {service} needs {needed}, and it doesn't."


def test_itself():
    """A service that needs itself is a cycle"""
    message = cycle_of({"a": ["a"]})
    assert "a -> a" in message, f"Expected a -> a in the message, found {message!r}."
