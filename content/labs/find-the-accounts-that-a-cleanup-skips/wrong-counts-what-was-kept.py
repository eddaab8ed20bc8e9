# fails: Accounts can be added or deleted meanwhile
# says: skips as many accounts as it has kept, although others can be deleted or added before them.
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
        deleted += counts[0]
        kept += counts[1]
        offset += counts[1]


replay(clean_up)
