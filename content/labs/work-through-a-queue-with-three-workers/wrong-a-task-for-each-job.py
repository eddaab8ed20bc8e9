# fails: Three jobs run at the same time, and no more
# says: starts a task for every job at once and lets them wait for each other.
import asyncio


async def process(names, resize, workers=3):
    slots = asyncio.Semaphore(workers)
    errors = {}

    async def work(position, name):
        async with slots:
            try:
                return await resize(name)
            except Exception as error:
                errors[position] = error

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(position, name)) for position, name in enumerate(names)]
    return [task.result() for task in tasks], errors
