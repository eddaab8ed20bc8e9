# #region pytest
import pytest
from fee import fee


@pytest.mark.parametrize(
    ("minutes", "cents"),
    [(15, 0), (16, 250), (60, 250), (61, 500), (360, 1500), (361, 1500)],
)
def test_fee_follows_the_tariff(minutes, cents):
    assert fee(minutes) == cents


def test_negative_stay_is_an_error():
    with pytest.raises(ValueError, match="negative stay: -1"):
        fee(-1)


# #endregion pytest
