import asyncio
import random

from main import Account, Bank, NotCovered


async def pause(line):
    for _ in range(3):
        await asyncio.sleep(0)


def accounts(*cents):
    return [Account(number, amount) for number, amount in enumerate(cents, start=1)]


def money(accounts):
    return [account.cents for account in accounts]


async def finish(what, *transfers):
    """The outcomes of transfers that run at the same time; fails if one of them never ends."""
    tasks = [asyncio.ensure_future(transfer) for transfer in transfers]
    await asyncio.wait(tasks, timeout=0.15)
    for _ in range(5_000):  # On a busy computer, 0.15 s can be too short.
        if all(task.done() for task in tasks):
            break
        await asyncio.sleep(0)
    pending = [task for task in tasks if not task.done()]
    for task in pending:
        task.cancel()
    assert not pending, f"{what}: {len(pending)} of {len(tasks)} transfers never ended."
    return [task.exception() for task in tasks]


def names(errors):
    return [type(error).__name__ if error else "done" for error in errors]


async def test_one():
    """A transfer moves the money"""
    one, two = accounts(500, 20)
    lines = []

    async def write(line):
        lines.append(line)

    bank = Bank(write)
    errors = await finish("A transfer", bank.transfer(1, one, two, 480))
    assert names(errors) == ["done"], f"480 of 500 cents should be moved, found {errors[0]!r}."
    assert money([one, two]) == [20, 500], f"480 cents went from an account with 500 to one with 20. Expected 20 and 500, found {money([one, two])}."
    errors = await finish("A transfer the other way", bank.transfer(2, two, one, 500))
    assert money([one, two]) == [520, 0], f"500 cents went back. Expected 520 and 0, found {money([one, two])}."
    assert lines == ["transfer 1: 1 -> 2, 480 cents", "transfer 2: 2 -> 1, 500 cents"], f"The journal should have a line for each transfer, found {lines}."


async def test_opposite():
    """Two transfers in opposite directions both end"""
    for swapped in (False, True):
        one, two = accounts(500, 500)
        pair = (two, one) if swapped else (one, two)
        bank = Bank(pause)
        errors = await finish("1 -> 2 and 2 -> 1 at the same time", bank.transfer(1, *pair, 100), bank.transfer(2, *reversed(pair), 30))
        assert names(errors) == ["done", "done"], f"Both transfers are covered and should be done. Found {names(errors)}."
        expected = [570, 430] if swapped else [430, 570]
        assert money([one, two]) == expected, f"Both had 500, and 100 and 30 were moved in opposite directions. Expected {expected}, found {money([one, two])}."


async def test_ring():
    """A ring of transfers ends"""
    for cents in ((500, 500, 500), (100, 200, 300), (300, 200, 100), (100, 300, 200)):
        for order in ((0, 1, 2), (2, 1, 0), (1, 0, 2)):
            ring = accounts(*cents)
            bank = Bank(pause)
            transfers = [bank.transfer(at, ring[order[at]], ring[order[(at + 1) % 3]], 50) for at in range(3)]
            errors = await finish(f"Accounts with {cents} pay each other in a ring, {' -> '.join(str(at + 1) for at in order)}", *transfers)
            assert names(errors) == ["done"] * 3, f"All three transfers are covered. Found {names(errors)}."
            assert money(ring) == list(cents), f"Each gave 50 and got 50: expected {list(cents)}, found {money(ring)}."
    two = accounts(100, 60)
    bank = Bank(pause)
    moves = [(0, 1, 70), (1, 0, 10), (0, 1, 20), (1, 0, 40)]
    errors = await finish("Four transfers back and forth", *(bank.transfer(at, two[source], two[target], cents) for at, (source, target, cents) in enumerate(moves)))
    assert names(errors) == ["done"] * 4, f"One account has 100, the other 60. 70 go over, 10 back, 20 over and 40 back, and all are covered. Found {names(errors)}."
    assert money(two) == [60, 100], f"Expected 60 and 100, found {money(two)}."


async def test_itself():
    """A transfer to the same account ends"""
    (own,) = accounts(300)
    bank = Bank(pause)
    errors = await finish("1 -> 1", bank.transfer(1, own, own, 300), bank.transfer(2, own, own, 1), bank.transfer(3, own, own, 301))
    assert names(errors) == ["done", "done", "NotCovered"], f"An account with 300 pays itself 300, 1 and 301. Expected done, done and NotCovered, found {names(errors)}."
    assert own.cents == 300, f"The account should still have 300, found {own.cents}."


async def test_covered():
    """No account goes below zero"""
    one, two, three = accounts(100, 0, 0)
    lines = []

    async def write(line):
        lines.append(line)
        await pause(line)

    bank = Bank(write)
    errors = await finish("1 -> 2 and 1 -> 3 at the same time", bank.transfer(1, one, two, 80), bank.transfer(2, one, three, 80))
    assert sorted(names(errors)) == ["NotCovered", "done"], f"An account with 100 pays 80 twice at the same time. Expected one done and one NotCovered, found {names(errors)}."
    assert sorted(money([one, two, three])) == [0, 20, 80], f"Expected 20, 80 and 0, found {money([one, two, three])}."
    assert len(lines) == 1, f"Only the transfer that's done should have a line in the journal, found {lines}."
    errors = await finish("A transfer after one that wasn't covered", bank.transfer(3, one, two, 20))
    assert names(errors) == ["done"], f"After a transfer that wasn't covered, one of 20 should work. Found {errors[0]!r}."
    try:
        await bank.transfer(4, one, two, 0)
        assert False, "A transfer of 0 cents should still raise a ValueError."
    except ValueError:
        pass


async def test_looks():
    """A transfer looks at the money when it has both locks"""
    one, two, three = accounts(100, 0, 0)
    gate = asyncio.Event()

    async def write(line):
        if line.startswith("transfer 1:"):
            await gate.wait()

    bank = Bank(write)
    first = asyncio.ensure_future(bank.transfer(1, one, two, 100))
    await pause("")
    second = asyncio.ensure_future(bank.transfer(2, two, three, 60))
    for _ in range(20):
        await asyncio.sleep(0)
    gate.set()
    errors = await finish("1 -> 2 and then 2 -> 3", first, second)
    assert names(errors) == ["done", "done"], f"Account 2 is empty until 1 -> 2 has moved 100 cents, and 2 -> 3 should wait for that before it looks. Expected done and done, found {names(errors)}."
    assert money([one, two, three]) == [0, 40, 60], f"Expected 0, 40 and 60, found {money([one, two, three])}."


async def test_journal():
    """A transfer that the journal refuses moves nothing"""
    one, two = accounts(100, 50)

    async def write(line):
        if line.startswith("transfer 1:"):
            raise OSError("disk full")

    bank = Bank(write)
    errors = await finish("A transfer that the journal refuses", bank.transfer(1, one, two, 80))
    assert names(errors) == ["OSError"], f"The journal raised an OSError, and the transfer should raise it too. Found {names(errors)}."
    assert money([one, two]) == [100, 50], f"Without a line in the journal, no money should move. Expected 100 and 50, found {money([one, two])}."
    await finish("A later transfer between the same accounts", bank.transfer(2, two, one, 50))
    assert money([one, two]) == [150, 0], f"A later transfer should work. Expected 150 and 0, found {money([one, two])}."


async def test_others():
    """Transfers between other accounts go on"""
    one, two, three, four = accounts(500, 500, 500, 500)
    gate = asyncio.Event()

    async def write(line):
        if line.startswith("transfer 1:"):
            await gate.wait()

    bank = Bank(write)
    slow = asyncio.ensure_future(bank.transfer(1, one, two, 100))
    await pause("")
    await finish("While 1 -> 2 waits for the journal, 3 -> 4", bank.transfer(2, three, four, 100))
    blocked = asyncio.ensure_future(bank.transfer(3, two, three, 10))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not blocked.done(), "1 -> 2 holds account 2 until its money has moved, so 2 -> 3 should wait for it. It didn't."
    gate.set()
    await finish("1 -> 2 and 2 -> 3 after the journal has answered", slow, blocked)
    assert money([one, two, three, four]) == [400, 590, 410, 600], f"Expected 400, 590, 410 and 600 in the end, found {money([one, two, three, four])}."


async def test_many():
    """Two hundred transfers between six accounts all end"""
    chance = random.Random(7)
    six = accounts(*[5_000] * 6)
    bank = Bank(pause)
    transfers = []
    for number in range(200):
        source, target = chance.sample(six, 2)
        transfers.append(bank.transfer(number, source, target, chance.randint(1, 40)))
    errors = await finish("Two hundred transfers between six accounts at the same time", *transfers)
    assert names(errors) == ["done"] * 200, f"All transfers are covered, found {len([error for error in errors if error])} errors."
    assert sum(money(six)) == 30_000, f"Together, the accounts had 30000 cents, and now they have {sum(money(six))}."
