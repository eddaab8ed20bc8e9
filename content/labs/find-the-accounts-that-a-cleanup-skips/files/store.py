class OpenInvoice(Exception):
    """An account that has an open invoice can't be deleted."""


class Store:
    """Expired accounts by ID. `open_invoices` are the IDs of those that can't be deleted."""

    def __init__(self, expired, open_invoices=()):
        self.expired = set(expired)
        self.open_invoices = set(open_invoices)

    def find_expired_at(self, offset, limit):
        """The IDs of `limit` expired accounts, after the first `offset` of them."""
        return sorted(self.expired)[offset : offset + limit]

    def find_expired(self, after, limit):
        """The IDs of `limit` expired accounts, beginning with the first one above `after`."""
        return [id for id in sorted(self.expired) if id > after][:limit]

    def delete(self, id):
        if id in self.open_invoices:
            raise OpenInvoice(f"Account {id} has an open invoice.")
        self.expired.discard(id)
