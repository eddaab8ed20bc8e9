# fails: No account goes below zero
# says: releases the lock of the source before the money has moved.
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
        if source is target:
            async with source.lock:
                if source.cents < cents:
                    raise NotCovered(f"{name} is not covered")
            return
        async with source.lock:
            self.log(f"{name}, has locked account {source.number}")
            if source.cents < cents:
                raise NotCovered(f"{name} is not covered")
        await self.write(f"{name}, {cents} cents")
        async with target.lock:
            source.cents -= cents
            target.cents += cents
        self.log(f"{name}, done")


replay(Bank, Account)
