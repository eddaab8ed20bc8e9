import random
import tracemalloc
from collections import Counter
from itertools import islice

from main import count_errors, parse

LINE = "2026-11-20T02:14:07Z payments ERROR Card was declined by the bank\n"


class Name(str):
    """A text that is counted while it is in memory."""

    alive = 0

    def __init__(self, _):
        Name.alive += 1

    def __del__(self):
        Name.alive -= 1


class Made:
    def __init__(self, service, level):
        self.time, self.service, self.level, self.message = "2026-11-20T02:14:07Z", service, level, "Disk is full"


def test_parts():
    """A line becomes an entry with four parts"""
    for time, service, level, message in (
        ("2026-11-20T02:14:07Z", "payments", "ERROR", "Card was declined by the bank"),
        ("2026-12-01T00:00:00Z", "orders", "INFO", "Done"),
        ("2026-12-01T00:00:01Z", "search", "WARN", "Two  blanks, and a: colon in a suffix"),
    ):
        for end in ("\n", ""):
            line = f"{time} {service} {level} {message}{end}"
            entries = list(parse([line]))
            assert len(entries) == 1, f"One whole line is one entry, found {len(entries)}: {line!r}"
            (entry,) = entries
            found = (entry.time, entry.service, entry.level, entry.message)
            expected = (time, service, level, message)
            assert found == expected, f"Expected time, service, level and message {expected}, found {found}."


def test_broken_lines():
    """Empty lines and lines that were cut off are skipped"""
    broken = ["\n", "", "2026-11-20T02:14:09Z pay", "2026-11-20T02:14:09Z", "2026-11-20T02:14:09Z payments ERROR", "2026-11-20T02:14:09Z payments ERROR\n"]
    for line in broken:
        found = len(list(parse([LINE, line, LINE])))
        assert found == 2, f"Between two whole lines, there's {line!r}: expected 2 entries, found {found}."
    found = len(list(parse([*broken, LINE, *broken])))
    assert found == 1, f"One of {2 * len(broken) + 1} lines is whole: expected 1 entry, found {found}."
    found = list(parse([]))
    assert found == [], f"No lines give no entries, found {found}."


def test_one_at_a_time():
    """Entries come one at a time"""
    taken = 0

    def endless():
        nonlocal taken
        while taken < 50_000:
            taken += 1
            yield LINE

    first = list(islice(parse(endless()), 3))
    assert len(first) == 3, f"Expected 3 entries from the beginning of the log, found {len(first)}."
    assert taken <= 4, f"For the first 3 entries, parse read {taken} lines. It should only read on when asked for more."


def test_parse_lets_go():
    """Parsing doesn't hold the log"""
    lines = (f"2026-11-20T02:14:07Z payments ERROR {number:200}\n" for number in range(3000))
    tracemalloc.start()
    try:
        count = sum(1 for _ in parse(lines))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 3000, f"3000 whole lines are 3000 entries, found {count}."
    assert peak < 300_000, "While it went through 3000 lines, parse kept hundreds of them in memory. Yield each entry, and let it go."


def test_counts():
    """Errors are counted for each service"""
    log = [LINE, LINE, LINE.replace("payments", "orders"), LINE.replace("ERROR", "INFO"), LINE.replace("payments", "Payments")]
    counts = count_errors(parse(log))
    expected = {"payments": 2, "orders": 1, "Payments": 1}
    assert counts == expected, f"Expected {expected}, found {counts}."
    chance = random.Random(3)
    lines = [(chance.choice("abcde"), chance.choice(("ERROR", "INFO", "WARN"))) for _ in range(500)]
    expected = dict(Counter(service for service, level in lines if level == "ERROR"))
    counts = count_errors(parse(f"2026-11-20T02:14:07Z {service} {level} Something happened\n" for service, level in lines))
    assert counts == expected, f"In a log of 500 lines, expected {expected}, found {counts}."


def test_only_errors():
    """Services without errors aren't listed, and ERROR in a message doesn't count"""
    for line in ("search INFO The word ERROR was searched for", "search ERRORS Two of them", "search error In small letters", "search FATAL Another level", "search CRITICAL Another level", "ERROR INFO A service with that name"):
        counts = count_errors(parse([f"2026-11-20T02:14:07Z {line}\n"]))
        assert counts == {}, f"The only line is {line!r}, whose level isn't ERROR: expected {{}}, found {counts}."
    assert isinstance(counts, dict), f"count_errors should return a dictionary, found {type(counts).__name__}."


def test_count_one_at_a_time():
    """Counting doesn't hold the entries"""
    most = 0

    def entries():
        nonlocal most
        for number in range(300):
            yield Made(Name(f"s{number % 3}"), "ERROR")
            most = max(most, Name.alive)

    counts = count_errors(entries())
    assert counts == {"s0": 100, "s1": 100, "s2": 100}, f"Each of three services has 100 errors, found {counts}."
    assert most <= 8, f"Of 300 entries, the services of {most} were held in memory at the same time. Count each one, and let it go."
