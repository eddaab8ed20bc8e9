async def load_prices(open_client, seconds, fallback):
    client = await open_client()
    try:
        return await client.fetch()
    except BaseException:
        return fallback
