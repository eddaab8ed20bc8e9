import pytest

from choirtools import bars


@pytest.mark.parametrize(("beats", "expected"), [(0, 0), (8, 2), (9, 3)])
def test_bars(beats, expected):
    assert bars(beats) == expected
