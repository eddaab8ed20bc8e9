# fails: An error of the service reaches the caller
# says: takes a TimeoutError that the service raised for the end of its own limit.
import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        async with asyncio.timeout(seconds):
            return await client.fetch()
    except TimeoutError:
        return fallback
    finally:
        await client.close()
