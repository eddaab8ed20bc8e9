# fails: Results come back in the order of the addresses
import asyncio


async def fetch_all(urls, fetch, limit):
    places = asyncio.Semaphore(limit)
    results = []

    async def fetch_one(url):
        async with places:
            try:
                results.append(await fetch(url))
            except Exception as error:
                results.append(error)

    await asyncio.gather(*(fetch_one(url) for url in urls))
    return results
