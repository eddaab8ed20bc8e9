from enum import Enum, auto


class IllegalStep(Exception):
    pass


class State(Enum):
    PLACED = auto()
    PAID = auto()
    SHIPPED = auto()
    DELIVERED = auto()
    CANCELLED = auto()


NEXT = {
    State.PLACED: {State.PAID, State.CANCELLED},
    State.PAID: {State.SHIPPED, State.CANCELLED},
    State.SHIPPED: {State.DELIVERED},
}


class Order:
    def __init__(self):
        self._history = (State.PLACED,)

    @property
    def state(self):
        return self._history[-1]

    @property
    def history(self):
        return self._history

    def move_to(self, state):
        if state not in NEXT.get(self.state, ()):
            raise IllegalStep(f"An order can't go from {self.state} to {state}.")
        self._history += (state,)
