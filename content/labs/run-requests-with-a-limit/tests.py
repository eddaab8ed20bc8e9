import asyncio

from main import fetch_all


async def turns(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def test_order():
    """Results come back in the order of the addresses"""

    async def fetch(url):
        await turns(20 if url == "a" else 1)
        return url.upper()

    found = await fetch_all(["a", "b", "c"], fetch, 2)
    assert found == ["A", "B", "C"], f"Expected A, B, C, found {found}."


async def test_limit():
    """Never more calls than the limit are under way"""
    now = most = 0

    async def fetch(url):
        nonlocal now, most
        now += 1
        most = max(most, now)
        await turns(3)
        now -= 1

    await fetch_all(list("abcdefgh"), fetch, 3)
    assert most == 3, f"The limit is 3, and {most} calls were under way at once."


async def test_no_groups():
    """The next call begins as soon as one ends"""
    started = []

    async def fetch(url):
        started.append(url)
        await turns(60 if url == "slow" else 1)

    task = asyncio.ensure_future(fetch_all(["slow", "b", "c", "d", "e"], fetch, 2))
    await turns(40)
    found = " ".join(started)
    await task
    assert found == "slow b c d e", f"While the slow call ran, the others should have been made one after the other. Begun: {found}."


async def test_errors():
    """An error takes the place of its result"""

    async def fetch(url):
        if url == "bad":
            raise ValueError("no such host")
        return url

    try:
        found = await fetch_all(["a", "bad", "c"], fetch, 2)
    except ValueError as error:
        raise AssertionError(f"One bad address threw all results away: {error!r}.") from None
    assert found[0] == "a" and found[2] == "c", f"The good addresses should have their results, found {found}."
    assert isinstance(found[1], ValueError), f"The second place should hold the error, found {found[1]!r}."


async def test_empty():
    """No addresses give an empty list"""
    found = await fetch_all([], None, 3)
    assert found == [], f"Expected an empty list, found {found}."
