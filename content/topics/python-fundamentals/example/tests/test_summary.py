from datetime import time

from hutlog.readings import Reading
from hutlog.summary import lowest_by_hut


def test_each_hut_has_its_own_readings() -> None:
    cold = Reading("eagle", time(6, 0), -4.5)
    warm = Reading("eagle", time(12, 0), -1.5)
    other = Reading("grünsee", time(6, 0), 1.0)
    lowest = lowest_by_hut([other, warm, cold])
    assert list(lowest.items()) == [("eagle", cold), ("grünsee", other)]


def test_the_first_of_two_equal_readings_counts() -> None:
    first = Reading("eagle", time(6, 0), -4.5)
    second = Reading("eagle", time(7, 0), -4.5)
    assert lowest_by_hut([first, second])["eagle"] is first


def test_no_readings_no_huts() -> None:
    assert lowest_by_hut([]) == {}
