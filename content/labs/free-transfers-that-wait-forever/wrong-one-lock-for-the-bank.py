# fails: Transfers between other accounts go on
# says: lets all transfers of the bank wait for each other.
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
        self.lock = asyncio.Lock()

    async def transfer(self, number, source, target, cents):
        if cents < 1:
            raise ValueError("A transfer needs an amount of at least one cent.")
        name = f"transfer {number}: {source.number} -> {target.number}"
        async with self.lock:
            self.log(f"{name}, has locked the bank")
            await asyncio.sleep(0)  # The locks are on another server, so it takes a moment.
            async with asyncio.Lock():
                if source.cents < cents:
                    raise NotCovered(f"{name} is not covered")
                await self.write(f"{name}, {cents} cents")
                source.cents -= cents
                target.cents += cents
        self.log(f"{name}, done")


replay(Bank, Account)
