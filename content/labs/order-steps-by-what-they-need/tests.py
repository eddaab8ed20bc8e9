import copy
import random
import re

from main import stages


def expect(needs, expected):
    given = copy.deepcopy(needs)
    found = [list(stage) for stage in stages(needs)]
    assert needs == given, f"The needs {given} should stay as they are, and afterwards they were {needs}."
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


def reference(needs):
    """Starts whatever can start, until nothing is left."""
    left = set(needs).union(*needs.values())
    result = []
    while left:
        result.append(sorted(each for each in left if not left & set(needs.get(each, ()))))
        left -= set(result[-1])
    return result


def plan(chance, size):
    """Needs without a cycle: each service needs only ones before it in a list that is then mixed."""
    names = [f"s{number}" for number in range(size)]
    chance.shuffle(names)
    needs = {name: chance.sample(names[:place], min(place, chance.randrange(4))) for place, name in enumerate(names)}
    shown = [name for name in names if needs[name] or chance.random() < 0.5]
    chance.shuffle(shown)
    return {name: needs[name] for name in shown}


def test_many():
    """Larger plans start every service as early as possible"""
    chance = random.Random(8)
    for _ in range(30):
        needs = plan(chance, chance.randrange(2, 12))
        expect(needs, reference(needs))


def test_ladder():
    """Many ways from one service to another don't take long"""
    needs = {f"{side}{level}": [f"a{level - 1}", f"b{level - 1}"] for level in range(11, 41) for side in "ab"}
    expect(needs, [[f"a{level}", f"b{level}"] for level in range(10, 41)])


def cycle_of(needs):
    try:
        found = stages(needs)
    except ValueError as error:
        return str(error)
    raise AssertionError(f"{needs} has a cycle: expected ValueError, found {found}.")


def expect_cycle(needs, members):
    message = cycle_of(needs)
    shown = re.findall(r"\w+(?: -> \w+)+", message)
    assert shown, f"For {needs} the message should show the cycle with ' -> ', found {message!r}."
    path = shown[0].split(" -> ")
    assert path[0] == path[-1], f"The cycle should end where it began, found {shown[0]!r}."
    assert sorted(path[1:]) == sorted(members), f"In {needs} the cycle is {', '.join(members)}; the others are not in it. Found {shown[0]!r}."
    for service, needed in zip(path, path[1:]):
        assert needed in needs[service], f"{shown[0]!r} says that {service} needs {needed}, and it doesn't."


def test_cycle():
    """A cycle is refused"""
    cycle_of({"a": ["b"], "b": ["a"]})
    cycle_of({"web": ["cache"], "a": ["b"], "b": ["c"], "c": ["a", "cache"]})


def test_cycle_shown():
    """The message shows the cycle along the needs"""
    expect_cycle({"web": ["api"], "api": ["users"], "users": ["mail"], "mail": ["api"], "cache": []}, ["api", "users", "mail"])
    expect_cycle({"a": ["b"], "b": ["a"]}, ["a", "b"])
    expect_cycle({"a": ["m"], "m": ["base", "n"], "n": ["m", "z"], "z": ["base"]}, ["m", "n"])
    expect_cycle({"e": ["d"], "d": ["c", "base"], "c": ["b", "base"], "b": ["a"], "a": ["e"], "x": ["a", "e"]}, ["a", "b", "c", "d", "e"])


def test_itself():
    """A service that needs itself is a cycle"""
    message = cycle_of({"a": ["a"]})
    assert "a -> a" in message, f"Expected a -> a in the message, found {message!r}."
    expect_cycle({"web": ["api"], "api": ["base", "api"]}, ["api"])
