# fails: It ends if accounts are kept
# says: stops at a page from which nothing could be deleted.
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
    deleted = kept = 0
    offset = 0
    while True:
        ids = store.find_expired_at(offset, page_size)
        log(offset, ids)
        if not ids:
            return deleted, kept
        counts = delete_all(store, ids)
        if counts[0] == 0:
            return deleted, kept + counts[1]
        deleted += counts[0]
        kept += counts[1]


replay(clean_up)
