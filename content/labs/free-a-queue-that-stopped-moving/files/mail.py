from collections import deque
from dataclasses import dataclass


class Temporary(Exception):
    """Something that can work again in a moment."""


class BadMessage(Exception):
    """Something that stays wrong."""


@dataclass
class Message:
    id: int
    to: str
    template: str
    attempts: int = 0


class Queue:
    """Messages that wait, in order, and those that have been given up, with their errors."""

    def __init__(self, messages):
        self.waiting = deque(messages)
        self.dead = []
