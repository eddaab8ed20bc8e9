async def process(names, resize, workers=3):
    results = []
    for name in names:
        results.append(await resize(name))
    return results, {}
