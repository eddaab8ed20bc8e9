"""Summarize readings, hut by hut."""

from collections import defaultdict
from collections.abc import Iterable

from hutlog.readings import Reading


# #region lowest
def lowest_by_hut(readings: Iterable[Reading]) -> dict[str, Reading]:
    by_hut: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_hut[reading.hut].append(reading)
    return {
        hut: min(items, key=lambda reading: reading.celsius)
        for hut, items in sorted(by_hut.items())
    }


# #endregion lowest
