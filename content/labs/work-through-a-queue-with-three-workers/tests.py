import asyncio

from main import process


class Studio:
    """Resizes pictures, and remembers how many it worked on at the same time."""

    def __init__(self, bad=(), steps=None):
        self.bad = set(bad)
        self.steps = steps or {}
        self.now = 0
        self.most = 0
        self.begun = []

    async def resize(self, name):
        self.begun.append(name)
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            for _ in range(self.steps.get(name, 3)):
                await asyncio.sleep(0)
            if name in self.bad:
                raise ValueError(f"{name} is damaged")
            return f"small-{name}"
        finally:
            self.now -= 1


async def run(work):
    try:
        return await asyncio.wait_for(work, 2)
    except TimeoutError:
        raise AssertionError("process didn't return within 2 seconds: something waits forever.") from None


async def test_results():
    """Results are in the order of the names"""
    studio = Studio(steps={"a": 20})
    results, errors = await run(process(["a", "b", "c", "d"], studio.resize))
    expected = ["small-a", "small-b", "small-c", "small-d"]
    assert results == expected, f"Expected {expected}, found {results}. Picture a takes the longest."
    assert errors == {}, f"No job failed, found {errors}."


async def test_three():
    """Three jobs run at the same time, and no more"""
    studio = Studio()
    await run(process([str(number) for number in range(20)], studio.resize))
    assert studio.most == 3, f"Expected 3 jobs at the same time, found {studio.most}."


async def test_slow():
    """A slow job holds up its own worker only"""
    studio = Studio(steps={"slow": 200})
    done = []

    async def resize(name):
        result = await studio.resize(name)
        done.append(name)
        return result

    await run(process(["slow", "a", "b", "c", "d", "e", "f"], resize))
    assert done[-1] == "slow", f"The other six could finish while the slow one runs. They finished in this order: {', '.join(done)}."


async def test_errors():
    """A failed job does not stop the others"""
    studio = Studio(bad=["b", "d", "e", "f"])
    results, errors = await run(process(list("abcdefgh"), studio.resize))
    assert results == ["small-a", None, "small-c", None, None, None, "small-g", "small-h"], f"Found the results {results}."
    assert sorted(errors) == [1, 3, 4, 5], f"The jobs at 1, 3, 4 and 5 failed, found {sorted(errors)}."
    assert str(errors[1]) == "b is damaged", f"Expected the exception of the job, found {errors[1]!r}."


async def test_empty():
    """Nothing to do is done at once"""
    found = await run(process([], Studio().resize))
    assert found == ([], {}), f"Expected ([], {{}}), found {found}."


async def test_left():
    """No task is left running"""
    before = asyncio.all_tasks()
    await run(process(list("abcd"), Studio().resize))
    left = len(asyncio.all_tasks() - before)
    assert left == 0, f"After process returned, {left} tasks are still running."


async def test_canceled():
    """When it is canceled, its workers end too"""
    studio = Studio(steps={name: 1000 for name in "abcdef"})
    before = asyncio.all_tasks()
    task = asyncio.create_task(process(list("abcdef"), studio.resize))
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    else:
        raise AssertionError("process was canceled and returned a result.")
    left = len(asyncio.all_tasks() - before - {task})
    assert left == 0, f"process was canceled, and {left} of its workers are still running."
