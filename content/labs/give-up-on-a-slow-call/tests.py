import asyncio

from main import load_prices


class Client:
    def __init__(self, fetch):
        self.fetch = fetch
        self.closed = 0

    async def close(self):
        await asyncio.sleep(0)
        self.closed += 1


async def run(fetch, seconds=0.02):
    client = Client(fetch)

    async def open_client():
        return client

    try:
        found = await load_prices(open_client, seconds, "fallback")
    except Exception as error:
        found = error
    return found, client


async def hang():
    await asyncio.Event().wait()


async def test_quick():
    """A quick answer is returned"""

    async def fetch():
        return "prices"

    found, client = await run(fetch)
    assert found == "prices", f"Expected the prices, found {found!r}."
    assert client.closed == 1, f"The client should be closed once, found {client.closed} times."


async def test_slow():
    """A slow call gives the fallback"""
    try:
        async with asyncio.timeout(1):
            found, client = await run(hang)
    except TimeoutError:
        raise AssertionError("The fetch hangs, and load_prices hangs with it. It should give up after 0.02 seconds.") from None
    assert found == "fallback", f"Expected the fallback, found {found!r}."
    assert client.closed == 1, f"After giving up, the client should be closed once, found {client.closed} times."


async def test_error():
    """An error of the service reaches the caller"""

    async def fetch():
        raise ConnectionError("reset")

    found, client = await run(fetch)
    assert isinstance(found, ConnectionError), f"Expected the ConnectionError, found {found!r}."
    assert client.closed == 1, f"After an error, the client should be closed once, found {client.closed} times."


async def test_cancelled():
    """A cancellation from outside gets through, after closing"""
    client = Client(hang)

    async def open_client():
        return client

    task = asyncio.ensure_future(load_prices(open_client, 60, "fallback"))
    for _ in range(5):
        await asyncio.sleep(0)
    task.cancel()
    done, _ = await asyncio.wait([task], timeout=1)
    assert done, "The task was cancelled and goes on."
    assert task.cancelled(), f"The task was cancelled and returned {task.result()!r} instead of ending."
    assert client.closed == 1, f"A cancelled task should close its client once, found {client.closed} times."
