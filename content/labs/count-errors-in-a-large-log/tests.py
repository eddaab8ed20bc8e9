from itertools import islice

from main import count_errors, parse

LINE = "2026-11-20T02:14:07Z payments ERROR Card was declined by the bank\n"


def test_parts():
    """A line becomes an entry with four parts"""
    entry = next(iter(parse([LINE])))
    found = (entry.service, entry.level, entry.message)
    expected = ("payments", "ERROR", "Card was declined by the bank")
    assert found == expected, f"Expected service, level and message {expected}, found {found}."


def test_broken_lines():
    """Empty lines and lines that were cut off are skipped"""
    entries = list(parse([LINE, "\n", "2026-11-20T02:14:09Z pay", LINE]))
    assert len(entries) == 2, f"Two of the four lines are whole: expected 2 entries, found {len(entries)}."


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
    assert taken <= 4, f"For the first 3 entries, parse read {taken} lines. It is to read on only when asked for more."


def test_counts():
    """Errors are counted for each service"""
    log = [LINE, LINE, LINE.replace("payments", "orders"), LINE.replace("ERROR", "INFO")]
    counts = count_errors(parse(log))
    expected = {"payments": 2, "orders": 1}
    assert counts == expected, f"Expected {expected}, found {counts}."


def test_only_errors():
    """Services without errors are not listed, and ERROR in a message does not count"""
    counts = count_errors(parse(["2026-11-20T02:14:07Z search INFO The word ERROR was searched for\n"]))
    assert counts == {}, f"The only entry has the level INFO: expected {{}}, found {counts}."
