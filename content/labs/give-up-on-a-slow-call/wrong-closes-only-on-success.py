# fails: A slow call gives the fallback
import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        async with asyncio.timeout(seconds):
            result = await client.fetch()
    except TimeoutError:
        return fallback
    await client.close()
    return result
