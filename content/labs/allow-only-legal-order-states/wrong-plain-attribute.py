# fails: The state can't be assigned
# says: keeps the state in a plain attribute, which anyone can assign.
from enum import Enum


class IllegalStep(Exception):
    pass


State = Enum("State", "PLACED PAID SHIPPED DELIVERED CANCELLED")
NEXT = {State.PLACED: {State.PAID, State.CANCELLED}, State.PAID: {State.SHIPPED, State.CANCELLED}, State.SHIPPED: {State.DELIVERED}}


class Order:
    def __init__(self):
        self.state = State.PLACED
        self.history = (State.PLACED,)

    def move_to(self, state):
        if state not in NEXT.get(self.state, set()):
            raise IllegalStep(f"{self.state.name} to {getattr(state, 'name', state)}")
        self.state = state
        self.history += (state,)
