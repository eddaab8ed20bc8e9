# fails: An address that appears twice is fetched twice
# says: keeps one result for each address, so the last one counts for all calls with it.
import asyncio


async def fetch_all(urls, fetch, limit):
    places = asyncio.Semaphore(limit)
    results = {}

    async def fetch_one(url):
        async with places:
            try:
                results[url] = await fetch(url)
            except Exception as error:
                results[url] = error

    await asyncio.gather(*(fetch_one(url) for url in urls))
    return [results[url] for url in urls]
