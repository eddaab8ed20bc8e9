# fails: It waits for as long as it may, and no longer
# says: gives up before the given seconds are over.
import asyncio


async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        return await asyncio.wait_for(client.fetch(), 0.01)
    except TimeoutError:
        return fallback
    finally:
        await client.close()
