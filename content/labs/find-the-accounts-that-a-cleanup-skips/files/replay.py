from store import Store


def text(ids):
    return " ".join(str(id) for id in ids) or "none"


def replay(clean_up):
    """Runs the job of last night."""
    store = Store([3, 8, 9, 14, 15, 21, 27, 30, 31, 36], open_invoices=[9])
    print(f"expired: {text(sorted(store.expired))}")
    pages = 0

    def log(place, ids):
        nonlocal pages
        pages += 1
        print(f"page at {place}: {text(ids)}")
        if pages == 12:
            raise StopIteration

    try:
        deleted, kept = clean_up(store, page_size=3, log=log)
    except StopIteration:
        print("stopped after 12 pages")
        return
    print(f"deleted {deleted}, kept {kept}, expired and still there: {text(sorted(store.expired))}")
