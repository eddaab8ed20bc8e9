from collections import deque
from dataclasses import dataclass


class Temporary(Exception):
    """An error that may be gone in a moment."""


class BadMessage(Exception):
    """An error that doesn't go away."""


@dataclass
class Message:
    id: int
    to: str
    template: str
    attempts: int = 0


class Queue:
    """The waiting messages, in order, and the ones that the worker has given up on, with their errors."""

    def __init__(self, messages):
        self.waiting = deque(messages)
        self.dead = []
