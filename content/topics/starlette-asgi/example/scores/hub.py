import asyncio
from contextlib import contextmanager


# #region hub
class Hub:
    """Passes each goal to all screens that are watching."""

    def __init__(self, limit=100):
        self.limit = limit
        self.queues = set()
        self.is_open = True

    def publish(self, goal):
        for queue in list(self.queues):
            if queue.qsize() < self.limit:
                queue.put_nowait(goal)
            else:  # a screen that doesn't read: end its stream
                self.queues.discard(queue)
                queue.put_nowait(None)

    @contextmanager
    def screen(self):
        queue = asyncio.Queue()
        self.queues.add(queue)
        try:
            yield queue
        finally:
            self.queues.discard(queue)

    def close(self):
        self.is_open = False  # a real one would close its connections


# #endregion hub
