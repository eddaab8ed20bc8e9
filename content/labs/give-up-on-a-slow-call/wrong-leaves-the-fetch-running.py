# fails: A slow call gives the fallback
import asyncio
async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        task = asyncio.ensure_future(client.fetch())
        done, _ = await asyncio.wait([task], timeout=seconds)
        if not done: return fallback
        return task.result()
    finally:
        await client.close()
