# fails: An error of the service reaches the caller
import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        async with asyncio.timeout(seconds):
            return await client.fetch()
    except Exception:
        return fallback
    finally:
        await client.close()
