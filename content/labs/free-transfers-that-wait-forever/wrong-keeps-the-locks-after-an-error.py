# fails: A transfer that the journal refuses moves nothing
# says: doesn't unlock the accounts when the journal fails.
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
        accounts = sorted({source, target}, key=lambda account: account.number)
        for account in accounts:
            await account.lock.acquire()
            self.log(f"{name}, has locked account {account.number}")
            await asyncio.sleep(0)
        if source.cents < cents:
            for account in accounts:
                account.lock.release()
            raise NotCovered(f"{name} is not covered")
        await self.write(f"{name}, {cents} cents")
        source.cents -= cents
        target.cents += cents
        for account in accounts:
            account.lock.release()
        self.log(f"{name}, done")


replay(Bank, Account)
