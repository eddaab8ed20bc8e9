# fails: The cart does not change the list that was passed in
# says: copies only the default, and keeps the caller's own list when one is passed in.
class Cart:
    shared = []

    def __init__(self, owner, items=None):
        self.owner = owner
        self.items = items or list(self.shared)

    def add(self, item):
        self.items.append(item)
