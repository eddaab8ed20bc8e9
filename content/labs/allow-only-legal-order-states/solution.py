from enum import Enum


class IllegalStep(Exception):
    pass


class State(Enum):
    PLACED = "placed"
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


NEXT = {
    State.PLACED: {State.PAID, State.CANCELLED},
    State.PAID: {State.SHIPPED, State.CANCELLED},
    State.SHIPPED: {State.DELIVERED},
    State.DELIVERED: set(),
    State.CANCELLED: set(),
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
        if state not in NEXT[self.state]:
            name = state.name if isinstance(state, State) else repr(state)
            raise IllegalStep(f"An order can't go from {self.state.name} to {name}.")
        self._history += (state,)
