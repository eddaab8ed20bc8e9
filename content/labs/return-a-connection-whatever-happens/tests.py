from main import borrowed


class Pool:
    def __init__(self):
        self.log = []

    def take(self):
        self.log.append("take")
        return "connection 1"

    def give_back(self, connection):
        self.log.append(f"give back {connection}")

    def discard(self, connection):
        self.log.append(f"discard {connection}")


def run(error=None):
    pool = Pool()
    try:
        with borrowed(pool) as connection:
            pool.log.append(f"use {connection}")
            if error:
                raise error
    except BaseException as found:
        return pool.log, found
    return pool.log, None


def test_normal():
    """After a good block the connection goes back"""
    log, _ = run()
    expected = ["take", "use connection 1", "give back connection 1"]
    assert log == expected, f"Expected {expected}, found {log}."


def test_error():
    """After an error it goes back too"""
    log, _ = run(ValueError("bad report"))
    assert log[-1] == "give back connection 1", f"The query failed, and the connection should go back. Last step: {log[-1]!r}."


def test_error_reaches_the_caller():
    """The error reaches the caller"""
    for error in (ValueError("bad report"), ConnectionError("reset")):
        _, found = run(error)
        assert found is error, f"{error!r} should reach the caller unchanged, found {found!r}."


def test_broken():
    """A broken connection is discarded and does not go back"""
    log, _ = run(ConnectionResetError("reset by peer"))
    assert log[2:] == ["discard connection 1"], f"ConnectionResetError is a ConnectionError: expected only a discard, found {log[2:]}."


def test_early_exit():
    """Leaving the block early gives the connection back once"""
    pool = Pool()

    def first():
        with borrowed(pool) as connection:
            return connection

    first()
    assert pool.log == ["take", "give back connection 1"], f"The block returned early: expected take and give back, found {pool.log}."


def test_cancelled():
    """A cancelled task gives the connection back"""
    log, _ = run(KeyboardInterrupt())
    assert log[-1] == "give back connection 1", f"Interrupts and cancellation aren't Exceptions; the connection should still go back. Last step: {log[-1]!r}."
