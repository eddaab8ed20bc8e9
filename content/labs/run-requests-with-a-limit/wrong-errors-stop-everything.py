# fails: An error takes the place of its result
import asyncio


async def fetch_all(urls, fetch, limit):
    places = asyncio.Semaphore(limit)

    async def fetch_one(url):
        async with places:
            return await fetch(url)

    return await asyncio.gather(*(fetch_one(url) for url in urls))
