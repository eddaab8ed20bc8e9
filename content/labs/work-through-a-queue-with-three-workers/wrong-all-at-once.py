# fails: Three jobs run at the same time, and no more
import asyncio


async def process(names, resize, workers=3):
    found = await asyncio.gather(*(resize(name) for name in names), return_exceptions=True)
    errors = {position: each for position, each in enumerate(found) if isinstance(each, Exception)}
    return [None if isinstance(each, Exception) else each for each in found], errors
