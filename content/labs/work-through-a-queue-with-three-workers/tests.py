import asyncio
import random

from main import process


class Studio:
    """Resizes pictures, and remembers how many it worked on at the same time."""

    def __init__(self, bad=(), steps=None):
        self.bad = set(bad)
        self.steps = steps or {}
        self.now = 0
        self.most = 0
        self.tasks = 0
        self.begun = []

    async def resize(self, name):
        self.begun.append(name)
        self.now += 1
        self.most = max(self.most, self.now)
        self.tasks = max(self.tasks, len(asyncio.all_tasks()))
        try:
            for _ in range(self.steps.get(name, 3)):
                await asyncio.sleep(0)
            if name in self.bad:
                raise ValueError(f"{name} is damaged")
            return f"small-{name}"
        finally:
            self.now -= 1


async def run(work):
    task = asyncio.ensure_future(work)
    await asyncio.wait([task], timeout=0.8)
    assert task.done(), "process didn't return within 0.8 seconds: something waits forever."
    error = task.exception()
    assert error is None, f"process raised {error!r}. An error of one job should only be recorded."
    return task.result()


async def test_results():
    """Results are in the order of the names"""
    studio = Studio(steps={"a": 20})
    results, errors = await run(process(["a", "b", "c", "d"], studio.resize))
    expected = ["small-a", "small-b", "small-c", "small-d"]
    assert results == expected, f"Expected {expected}, found {results}. Picture a takes the longest."
    assert errors == {}, f"No job failed, found {errors}."
    chance = random.Random(3)
    names = [chance.choice("abcdef") for _ in range(30)]
    studio = Studio(steps={name: chance.randrange(9) for name in "abcdef"})
    results, errors = await run(process(names, studio.resize))
    assert results == [f"small-{name}" for name in names], f"30 pictures, some of them twice: found {results}."
    assert len(studio.begun) == 30, f"Each of 30 pictures is resized once, found {len(studio.begun)} calls."
    assert errors == {}, f"No job failed, found {errors}."


async def test_three():
    """Three jobs run at the same time, and no more"""
    for workers in (None, 1, 2, 5):
        studio = Studio(bad=["4", "7"])
        names = [str(number) for number in range(20)]
        before = len(asyncio.all_tasks())
        await run(process(names, studio.resize) if workers is None else process(names, studio.resize, workers=workers))
        expected = workers or 3
        assert studio.most == expected, f"With {f'workers={workers}' if workers else 'three workers, the default'}: expected {expected} jobs at the same time, found {studio.most}."
        found = studio.tasks - before
        assert found < expected + 4, f"{expected} workers had 20 jobs, and there were {found} tasks at the same time. Start a task for each worker, not for each job."
    studio = Studio()
    results, _ = await run(process(["a", "b"], studio.resize, workers=5))
    assert results == ["small-a", "small-b"], f"Five workers have two jobs: found {results}."


async def test_slow():
    """A slow job only holds up its own worker"""
    studio = Studio(steps={"slow": 200})
    done = []

    async def resize(name):
        result = await studio.resize(name)
        done.append(name)
        return result

    await run(process(["slow", "a", "b", "c", "d", "e", "f"], resize))
    assert len(done) == 7, f"Seven pictures are to be resized, found {len(done)}."
    assert done[-1] == "slow", f"The other six could finish while the slow one runs. They finished in this order: {', '.join(done)}."


async def test_errors():
    """A failed job does not stop the others"""
    studio = Studio(bad=["b", "d", "e", "f"])
    results, errors = await run(process(list("abcdefgh"), studio.resize))
    assert results == ["small-a", None, "small-c", None, None, None, "small-g", "small-h"], f"Found the results {results}."
    assert sorted(errors) == [1, 3, 4, 5], f"The jobs at 1, 3, 4 and 5 failed, found {sorted(errors)}."
    assert len(studio.begun) == 8, f"Each of 8 jobs is tried once, found {len(studio.begun)} calls."
    for position in errors:
        expected = f"{'abcdefgh'[position]} is damaged"
        assert isinstance(errors[position], ValueError) and str(errors[position]) == expected, f"Position {position}: expected ValueError({expected!r}), found {errors[position]!r}."
    studio = Studio(bad="abc")
    results, errors = await run(process(["a", "b", "a", "c"], studio.resize))
    assert results == [None] * 4, f"All four jobs failed, found the results {results}."
    assert sorted(errors) == [0, 1, 2, 3], f"All four jobs failed, found errors at {sorted(errors)}."


async def test_kinds():
    """Errors of every kind are recorded"""
    errors = {"a": TimeoutError("slow"), "b": OSError("disk full"), "d": KeyError("size")}

    async def resize(name):
        await asyncio.sleep(0)
        if name in errors:
            raise errors[name]
        return ""

    results, found = await run(process(["a", "b", "c", "d"], resize))
    assert results == [None, None, "", None], f"Three of four jobs failed, and c gave an empty text: found the results {results}."
    assert found == {0: errors["a"], 1: errors["b"], 3: errors["d"]}, f"Expected the errors of a, b and d at 0, 1 and 3, found {found}."


async def test_repeated():
    """A name that appears twice is two jobs"""
    answers = ["first", OSError("disk full"), "third"]

    async def resize(name):
        answer = answers.pop(0)
        await asyncio.sleep(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    results, errors = await run(process(["a", "a", "a"], resize))
    assert results == ["first", None, "third"], f"a is there three times, and the second job failed: found the results {results}."
    assert sorted(errors) == [1], f"The job at 1 failed, found errors at {sorted(errors)}."


async def test_empty():
    """Nothing to do is done at once"""
    found = await run(process([], Studio().resize))
    assert found == ([], {}), f"Expected ([], {{}}), found {found}."


async def test_left():
    """No task is left running"""
    before = asyncio.all_tasks()

    async def left_after(work):
        await work
        return len(asyncio.all_tasks() - before - {asyncio.current_task()})

    for bad in ("", "abcd"):
        left = await run(left_after(process(list("abcd"), Studio(bad=bad).resize)))
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
    assert studio.now == 0, f"process was canceled, and {studio.now} jobs are still running."
    assert len(studio.begun) == 3, f"process was canceled during the first three jobs, and {len(studio.begun)} were begun."
