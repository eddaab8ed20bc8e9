from main import UserNotFound, find_user

ROWS = {7: {"name": "Amara"}, 8: {}, 0: {"name": "Zoë"}, "x1": {"name": "Chen"}}


def parse(row):
    return row["name"]


def raised(user_id, parse=parse, rows=ROWS):
    try:
        found = find_user(rows, user_id, parse)
    except BaseException as error:
        return error
    raise AssertionError(f"Expected an error for user {user_id}, found {found!r}.")


def test_found():
    """A user that exists is parsed"""
    for user_id, expected in ((7, "Amara"), (0, "Zoë"), ("x1", "Chen")):
        try:
            found = find_user(ROWS, user_id, parse)
        except UserNotFound as error:
            found = error
        assert found == expected, f"User {user_id!r}: expected {expected}, found {found!r}."
    seen = []
    find_user(ROWS, 7, seen.append)
    assert seen == [{"name": "Amara"}], f"parse should be called once, with the row. It was called with {seen}."
    found = find_user(ROWS, 7, lambda row: None)
    assert found is None, f"parse returned None for a row that exists, and find_user returned {found!r}."


def test_not_found():
    """An unknown id raises UserNotFound with the id"""
    for user_id in (99, "x9", None):
        error = raised(user_id)
        assert isinstance(error, UserNotFound), f"Expected UserNotFound for {user_id!r}, found {error!r}."
        assert isinstance(error, Exception), "UserNotFound should be an Exception, so that except Exception catches it."
        found = getattr(error, "user_id", "nothing")
        assert found == user_id, f"error.user_id should be {user_id!r}, found {found!r}."
        assert str(user_id) in str(error), f"The message should contain the id {user_id}. Found {str(error)!r}."
    error = raised(7, rows={})
    assert isinstance(error, UserNotFound), f"Without any rows, expected UserNotFound, found {error!r}."


def test_cause():
    """The KeyError is its cause"""
    for user_id in (99, "x9"):
        cause = raised(user_id).__cause__
        assert isinstance(cause, KeyError), f"The cause should be the KeyError, so that a log shows both. Found {cause!r}."
        assert cause.args == (user_id,), f"The cause should be the KeyError of rows[{user_id!r}], found {cause!r}."


def test_bug_in_parse():
    """An error of the parser is not turned into a missing user"""
    error = raised(8)
    assert isinstance(error, KeyError) and not isinstance(error, UserNotFound), f"Row 8 has no name, which is a bug in the data and not a missing user. Expected KeyError, found {error!r}."
    for bug in (KeyError(7), KeyError("name"), IndexError("list index"), ValueError("no date"), RuntimeError("bug")):

        def broken(row):
            raise bug

        error = raised(7, broken)
        assert error is bug, f"parse raised {bug!r}, which should reach the caller unchanged. Found {error!r}."
        assert error.__cause__ is None, f"parse raised {bug!r}, and it reached the caller with the cause {error.__cause__!r}."


def test_falsy():
    """A row that is empty is still a row"""
    for row in ({}, None, 0, "", []):
        try:
            found = find_user({1: row}, 1, lambda given: ("parsed", given))
        except UserNotFound as error:
            found = error
        assert found == ("parsed", row), f"The row is {row!r}: it was found and should be parsed. Found {found!r}."


def test_other_errors():
    """Other errors are not turned into a missing user"""
    for lost in (ConnectionError("the database doesn't answer"), TypeError("a bug"), IndexError("a bug")):

        class Rows(dict):
            def __getitem__(self, key):
                raise lost

            get = __contains__ = __getitem__

        error = raised(7, rows=Rows())
        assert error is lost, f"Reading the row raised {lost!r}, which should reach the caller unchanged. Found {error!r}."
