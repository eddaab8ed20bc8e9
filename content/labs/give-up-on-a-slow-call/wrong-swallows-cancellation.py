# fails: A cancellation from outside gets through, after closing
import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        async with asyncio.timeout(seconds):
            return await client.fetch()
    except (TimeoutError, asyncio.CancelledError):
        return fallback
    finally:
        await client.close()
