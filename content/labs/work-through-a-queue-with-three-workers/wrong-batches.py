# fails: A slow job only holds up its own worker
import asyncio


async def process(names, resize, workers=3):
    results, errors = [], {}
    for start in range(0, len(names), workers):
        found = await asyncio.gather(*(resize(name) for name in names[start : start + workers]), return_exceptions=True)
        for position, each in enumerate(found, start):
            if isinstance(each, Exception):
                errors[position] = each
            results.append(None if isinstance(each, Exception) else each)
    return results, errors
