import asyncio

from main import load_prices


class Client:
    def __init__(self, fetch):
        self.work = fetch
        self.log = []

    async def fetch(self):
        self.log.append("fetch")
        try:
            return await self.work()
        finally:
            self.log.append("end of fetch")

    async def close(self):
        await asyncio.sleep(0)
        self.log.append("close")

    @property
    def closed(self):
        return self.log.count("close")


async def run(fetch, seconds=0.02, fallback="fallback", opening=0):
    client = Client(fetch)

    async def open_client():
        await asyncio.sleep(opening)
        return client

    try:
        async with asyncio.timeout(1) as guard:
            found = await load_prices(open_client, seconds, fallback)
    except Exception as error:
        assert not guard.expired(), f"The fetch hangs, and load_prices hangs with it. It should give up after {seconds} seconds."
        found = error
    return found, client


async def hang():
    await asyncio.Event().wait()


async def test_quick():
    """A quick answer is returned"""
    for prices in ("prices", {"tea": 450}, None, []):

        async def fetch():
            await asyncio.sleep(0)
            return prices

        found, client = await run(fetch, 0.5)
        assert found == prices, f"The client fetched {prices!r}, and load_prices returned {found!r}."
        assert client.log == ["fetch", "end of fetch", "close"], f"The client should fetch once and then be closed once. Its calls were {client.log}."


async def test_slow():
    """A slow call gives the fallback"""
    for fallback in ("fallback", None, {"tea": 400}):
        found, client = await run(hang, 0.01, fallback)
        assert found == fallback, f"Expected the fallback {fallback!r}, found {found!r}."
        assert client.closed == 1, f"After giving up, the client should be closed once, found {client.closed} times."
        assert client.log == ["fetch", "end of fetch", "close"], f"The slow fetch should be ended, and then the client closed. What happened was: {', '.join(client.log)}."


async def test_limit():
    """It waits for as long as it may, and no longer"""

    async def fetch():
        await asyncio.sleep(0.02)
        return "prices"

    found, _ = await run(fetch, 0.5)
    assert found == "prices", f"The fetch took 0.02 of the 0.5 seconds that it may take. Expected the prices, found {found!r}."
    found, _ = await run(fetch, 0.001)
    assert found == "fallback", f"The fetch took 0.02 seconds, and 0.001 are allowed. Expected the fallback, found {found!r}."

    async def quick():
        return "prices"

    found, _ = await run(quick, 0.01, opening=0.03)
    assert found == "prices", f"Opening took 0.03 seconds and the fetch none; only the fetch is limited, to 0.01. Expected the prices, found {found!r}."


async def test_error():
    """An error of the service reaches the caller"""
    for error in (ConnectionError("reset"), ValueError("no number"), KeyError("tea"), RuntimeError("no answer"), TimeoutError("the service gave up")):

        async def fetch():
            raise error

        found, client = await run(fetch)
        assert found is error, f"The fetch raised {error!r}, which should reach the caller. Found {found!r}."
        assert client.closed == 1, f"After {error!r}, the client should be closed once, found {client.closed} times."


async def test_open():
    """An error of opening reaches the caller"""

    async def open_client():
        raise ConnectionError("refused")

    try:
        found = await load_prices(open_client, 0.02, "fallback")
    except ConnectionError:
        return
    except Exception as error:
        raise AssertionError(f"open_client raised ConnectionError, and the caller got {error!r}.") from None
    raise AssertionError(f"open_client raised ConnectionError, and load_prices returned {found!r}.")


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
