# fails: No task is left running
import asyncio


async def process(names, resize, workers=3):
    queue = asyncio.Queue()
    for job in enumerate(names):
        queue.put_nowait(job)
    results, errors = [None] * queue.qsize(), {}

    async def work():
        while True:
            position, name = await queue.get()
            try:
                results[position] = await resize(name)
            except Exception as error:
                errors[position] = error
            queue.task_done()

    tasks = [asyncio.create_task(work()) for _ in range(workers)]
    await queue.join()
    return results, errors
