# fails: The history has every state, and nothing that was refused
# says: adds the state to the history before it knows whether the step is allowed.
from enum import Enum


class IllegalStep(Exception):
    pass


State = Enum("State", "PLACED PAID SHIPPED DELIVERED CANCELLED")
NEXT = {State.PLACED: {State.PAID, State.CANCELLED}, State.PAID: {State.SHIPPED, State.CANCELLED}, State.SHIPPED: {State.DELIVERED}}


class Order:
    def __init__(self):
        self._state = State.PLACED
        self._history = [State.PLACED]

    @property
    def state(self):
        return self._state

    @property
    def history(self):
        return tuple(self._history)

    def move_to(self, state):
        self._history.append(state)
        if state not in NEXT.get(self._state, set()):
            raise IllegalStep(f"{self._state.name} to {getattr(state, 'name', state)}")
        self._state = state
