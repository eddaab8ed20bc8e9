# fails: The cart does not change the list that was passed in
# says: replaces the shared default, and still keeps the caller's own list.
class Cart:
    def __init__(self, owner, items=None):
        self.owner = owner
        self.items = [] if items is None else items

    def add(self, item):
        self.items.append(item)
