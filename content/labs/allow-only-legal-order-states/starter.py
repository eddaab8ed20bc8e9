class IllegalStep(Exception):
    pass


class Order:
    def __init__(self):
        self.state = "placed"

    def move_to(self, state):
        self.state = state
