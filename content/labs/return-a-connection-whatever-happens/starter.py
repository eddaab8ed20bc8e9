from contextlib import contextmanager


@contextmanager
def borrowed(pool):
    connection = pool.take()
    yield connection
    pool.give_back(connection)
