# fails: A transfer looks at the money when it has both locks
# says: looks at the money before it has both locks.
import asyncio

from replay import replay


class NotCovered(Exception):
    """There's less money in an account than a transfer takes."""


class Account:
    def __init__(self, number, cents):
        self.number = number
        self.cents = cents
        self.lock = asyncio.Lock()


class Bank:
    """Moves money between accounts. `write(line)` is a coroutine that appends a line to the journal."""

    def __init__(self, write, log=lambda line: None):
        self.write = write
        self.log = log

    async def transfer(self, number, source, target, cents):
        if cents < 1:
            raise ValueError("A transfer needs an amount of at least one cent.")
        name = f"transfer {number}: {source.number} -> {target.number}"
        if source.cents < cents:
            raise NotCovered(name)
        if source is target:
            async with source.lock:
                if source.cents < cents:
                    raise NotCovered(f"{name} is not covered")
            return
        first, second = sorted((source, target), key=lambda account: account.number)
        async with first.lock:
            self.log(f"{name}, has locked account {first.number}")
            await asyncio.sleep(0)  # The locks are on another server, so it takes a moment.
            async with second.lock:
                if source.cents < cents:
                    raise NotCovered(f"{name} is not covered")
                await self.write(f"{name}, {cents} cents")
                source.cents -= cents
                target.cents += cents
        self.log(f"{name}, done")


replay(Bank, Account)
