import asyncio


async def process(names, resize, workers=3):
    queue = asyncio.Queue()
    for job in enumerate(names):
        queue.put_nowait(job)
    results = [None] * queue.qsize()
    errors = {}

    async def work():
        while True:
            position, name = await queue.get()
            try:
                results[position] = await resize(name)
            except Exception as error:
                errors[position] = error
            finally:
                queue.task_done()

    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    try:
        await queue.join()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results, errors
