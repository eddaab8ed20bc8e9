import asyncio


def replay(Bank, Account):
    """Replays the last four transfers of this morning, and prints what the bank logs."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run(morning(Bank, Account))


async def morning(Bank, Account):
    accounts = {number: Account(number, 50_000) for number in (3, 7, 9)}

    async def write(line):
        await asyncio.sleep(0)

    bank = Bank(write, log=print)
    await bank.transfer(117, accounts[3], accounts[9], 2_000)
    tasks = [
        asyncio.create_task(bank.transfer(number, accounts[source], accounts[target], 1_000))
        for number, source, target in ((118, 7, 3), (119, 3, 9), (120, 9, 7))
    ]
    _, pending = await asyncio.wait(tasks, timeout=0.02)
    if pending:
        print(f"(nothing more; {len(pending)} transfers are open)")
        for task in pending:
            task.cancel()
