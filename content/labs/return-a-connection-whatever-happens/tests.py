import asyncio

from main import borrowed


class Pool:
    """Has several connections, and notes what is done with each."""

    def __init__(self):
        self.log = []
        self.taken = 0

    def take(self):
        self.taken += 1
        self.log.append("take")
        return f"connection {self.taken}"

    def give_back(self, connection):
        self.log.append(f"give back {connection}")

    def discard(self, connection):
        self.log.append(f"discard {connection}")


def run(error=None, pool=None):
    pool = pool or Pool()
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
    pool = Pool()
    for number in (1, 2, 3):
        run(pool=pool)
        expected = ["take", f"use connection {number}", f"give back connection {number}"]
        assert pool.log[-3:] == expected, f"Block {number}: expected {expected}, found {pool.log[-3:]}."
    assert len(pool.log) == 9, f"Three blocks are nine steps, found {pool.log}."


def test_error():
    """After an error it goes back too"""
    for error in (ValueError("bad report"), OSError("no disk"), TimeoutError("slow"), RuntimeError("bug"), KeyError("id")):
        log, _ = run(error)
        expected = ["take", "use connection 1", "give back connection 1"]
        assert log == expected, f"The block raised {error!r}, and the connection should go back: expected {expected}, found {log}."


def test_error_reaches_the_caller():
    """The error reaches the caller"""
    for error in (ValueError("bad report"), ConnectionError("reset"), BrokenPipeError("closed"), KeyError("id"), KeyboardInterrupt()):
        _, found = run(error)
        assert found is error, f"{error!r} should reach the caller unchanged, found {found!r}."


def test_broken():
    """A broken connection is discarded and does not go back"""
    for error in (ConnectionError("lost"), ConnectionResetError("reset by peer"), BrokenPipeError("closed")):
        log, _ = run(error)
        assert log[2:] == ["discard connection 1"], f"{type(error).__name__} is a ConnectionError: expected only a discard, found {log[2:]}."


def test_take_fails():
    """When the pool has none, nothing goes back"""
    for error in (RuntimeError("the pool is empty"), ConnectionError("refused")):
        pool = Pool()

        def take():
            raise error

        pool.take = take
        log, found = run(pool=pool)
        assert found is error, f"take raised {error!r}, which should reach the caller. Found {found!r}."
        assert log == [], f"No connection was taken, and the pool got {log}."


def test_not_entered():
    """Nothing is taken before the block begins"""
    pool = Pool()
    manager = borrowed(pool)
    assert pool.log == [], f"borrowed(pool) was called, and no with block began: expected no step, found {pool.log}."
    with manager as connection:
        assert connection == "connection 1", f"The block should get the connection, found {connection!r}."


def test_two():
    """Two blocks inside each other have their own connections"""
    pool = Pool()
    try:
        with borrowed(pool):
            with borrowed(pool):
                raise ConnectionError("lost")
    except ConnectionError:
        pass
    expected = ["take", "take", "discard connection 2", "discard connection 1"]
    assert pool.log == expected, f"The error went through both blocks: expected {expected}, found {pool.log}."


def test_early_exit():
    """Leaving the block early gives the connection back once"""
    pool = Pool()

    def first():
        with borrowed(pool) as connection:
            return connection

    found = first()
    assert found == "connection 1", f"The block returned its connection, found {found!r}."
    assert pool.log == ["take", "give back connection 1"], f"The block returned early: expected take and give back, found {pool.log}."


def test_cancelled():
    """A cancelled task gives the connection back"""
    for error in (KeyboardInterrupt(), asyncio.CancelledError(), SystemExit(1)):
        log, found = run(error)
        assert log[2:] == ["give back connection 1"], f"{type(error).__name__} is no Exception; the connection should still go back, once. Found {log[2:]}."
        assert found is error, f"{error!r} should reach the caller unchanged, found {found!r}."
