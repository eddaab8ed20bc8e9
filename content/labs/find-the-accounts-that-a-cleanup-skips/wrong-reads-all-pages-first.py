# fails: It reads one page at a time
# says: reads all pages before it deletes the first account.
from replay import replay
from store import OpenInvoice


def delete_all(store, ids):
    """Deletes accounts, and returns how many could be deleted and how many were kept."""
    deleted = kept = 0
    for id in ids:
        try:
            store.delete(id)
            deleted += 1
        except OpenInvoice:
            kept += 1
    return deleted, kept


def clean_up(store, page_size=100, log=lambda place, ids: None):
    """Deletes the expired accounts of a store, page by page. Returns the numbers of deleted and kept ones."""
    expired = []
    after = 0
    while ids := store.find_expired(after, page_size):
        log(after, ids)
        expired += ids
        after = ids[-1]
    return delete_all(store, expired)


replay(clean_up)
