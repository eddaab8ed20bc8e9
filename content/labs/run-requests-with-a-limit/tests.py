import asyncio
import random

from main import fetch_all


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def run(work):
    """Waits for fetch_all, and not forever."""
    task = asyncio.ensure_future(work)
    await asyncio.wait([task], timeout=0.8)
    assert task.done(), "fetch_all didn't return within 0.8 seconds: something waits forever."
    error = task.exception()
    assert error is None, f"fetch_all raised {error!r}. An error of one call should only take the place of its result."
    return task.result()


async def test_order():
    """Results come back in the order of the addresses"""

    async def fetch(url):
        await turns(20 if url == "a" else 1)
        return url.upper()

    found = await run(fetch_all(["a", "b", "c"], fetch, 2))
    assert found == ["A", "B", "C"], f"Expected A, B, C, found {found}."
    chance = random.Random(4)
    for limit in (1, 2, 5, 30):
        urls = [chance.choice("abcdefgh") for _ in range(20)]
        waits = {url: chance.randrange(9) for url in urls}

        async def fetch_many(url):
            await turns(waits[url])
            return f"{url}!"

        found = await run(fetch_all(urls, fetch_many, limit))
        expected = [f"{url}!" for url in urls]
        assert found == expected, f"20 addresses with the limit {limit}: expected {expected}, found {found}."


async def test_repeated():
    """An address that appears twice is fetched twice"""
    answers = {"a": ["first", OSError("reset"), "third"], "b": ["only"]}

    async def fetch(url):
        answer = answers[url].pop(0)
        await turns(1)
        if isinstance(answer, Exception):
            raise answer
        return answer

    expected = ["first", "only", answers["a"][1], "third"]
    found = await run(fetch_all(["a", "b", "a", "a"], fetch, 1))
    assert found == expected, f"For a, b, a, a, expected {expected}, found {found}."


async def test_limit():
    """Never more calls than the limit are under way"""
    for limit in (1, 3, 4, 8, 20):
        now = most = calls = 0

        async def fetch(url):
            nonlocal now, most, calls
            calls += 1
            now += 1
            most = max(most, now)
            await turns(3)
            now -= 1
            if url in "be":
                raise ValueError(url)

        await run(fetch_all(list("abcdefgh"), fetch, limit))
        expected = min(limit, 8)
        assert most == expected, f"For 8 addresses with the limit {limit}, expected {expected} calls at once, found {most}."
        assert calls == 8, f"Each of 8 addresses is fetched once, found {calls} calls."


async def test_no_groups():
    """The next call begins as soon as one ends"""
    for bad in ("", "b"):
        started = []

        async def fetch(url):
            started.append(url)
            await turns(60 if url == "slow" else 1)
            if url == bad:
                raise ValueError(url)

        task = asyncio.ensure_future(fetch_all(["slow", "b", "c", "d", "e"], fetch, 2))
        await turns(40)
        found = " ".join(started)
        await run(task)
        assert found == "slow b c d e", f"While the slow call ran{' and b failed' if bad else ''}, the others should have been made one after the other. Begun: {found}."


async def test_errors():
    """An error takes the place of its result"""
    errors = {"first": ValueError("no such host"), "slow": TimeoutError(), "last": KeyError("status")}

    async def fetch(url):
        await turns(2)
        if url in errors:
            raise errors[url]
        return None if url == "none" else url

    for limit in (1, 2, 9):
        urls = ["first", "a", "none", "slow", "c", "last"]
        found = await run(fetch_all(urls, fetch, limit))
        expected = [errors["first"], "a", None, errors["slow"], "c", errors["last"]]
        assert found == expected, f"With the limit {limit}, expected {expected}, found {found}."
        assert isinstance(found, list), f"Expected a list, found {type(found).__name__}."


async def test_empty():
    """No addresses give an empty list"""
    found = await run(fetch_all([], None, 3))
    assert found == [], f"Expected an empty list, found {found}."
