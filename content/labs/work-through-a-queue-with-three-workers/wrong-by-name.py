# fails: A name that appears twice is two jobs
# says: keeps one result for each name, so a name that is there twice gets one of its two results.
import asyncio


async def process(names, resize, workers=3):
    places = asyncio.Semaphore(workers)
    results, errors = {}, {}

    async def work(position, name):
        async with places:
            try:
                results[name] = await resize(name)
            except Exception as error:
                errors[position] = error

    await asyncio.gather(*(work(position, name) for position, name in enumerate(names)))
    return [results.get(name) for name in names], errors
