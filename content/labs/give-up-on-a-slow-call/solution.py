import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        async with asyncio.timeout(seconds) as limit:
            return await client.fetch()
    except TimeoutError:
        if not limit.expired():
            raise
        return fallback
    finally:
        await client.close()
