# fails: The next call begins as soon as one ends
import asyncio


async def fetch_all(urls, fetch, limit):
    results = []
    for start in range(0, len(urls), limit):
        group = urls[start : start + limit]
        results += await asyncio.gather(*(fetch(url) for url in group), return_exceptions=True)
    return results
