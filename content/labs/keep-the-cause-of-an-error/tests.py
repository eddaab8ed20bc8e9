from main import UserNotFound, find_user

ROWS = {7: {"name": "Amara"}, 8: {}}


def parse(row):
    return row["name"]


def raised(user_id, parse=parse):
    try:
        found = find_user(ROWS, user_id, parse)
    except Exception as error:
        return error
    raise AssertionError(f"Expected an error for user {user_id}, found {found!r}.")


def test_found():
    """A user that exists is parsed"""
    found = find_user(ROWS, 7, parse)
    assert found == "Amara", f"Expected Amara, found {found!r}."


def test_not_found():
    """An unknown id raises UserNotFound with the id"""
    error = raised(99)
    assert isinstance(error, UserNotFound), f"Expected UserNotFound, found {error!r}."
    assert getattr(error, "user_id", None) == 99, f"error.user_id should be 99, found {getattr(error, 'user_id', None)!r}."
    assert "99" in str(error), f"The message should contain the id. Found {str(error)!r}."


def test_cause():
    """The KeyError is its cause"""
    cause = raised(99).__cause__
    assert isinstance(cause, KeyError), f"The cause should be the KeyError, so that a log shows both. Found {cause!r}."


def test_bug_in_parse():
    """An error of the parser is not turned into a missing user"""
    error = raised(8)
    assert isinstance(error, KeyError) and not isinstance(error, UserNotFound), f"Row 8 has no name, which is a bug in the data and no missing user. Expected KeyError, found {error!r}."


def test_falsy():
    """A row that is empty is still a row"""
    found = find_user({1: {}}, 1, lambda row: "parsed")
    assert found == "parsed", f"An empty row was found and should be parsed. Found {found!r}."
