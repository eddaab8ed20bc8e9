import asyncio


async def fetch_all(urls, fetch, limit):
    return await asyncio.gather(*(fetch(url) for url in urls))
