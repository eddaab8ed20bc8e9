import random

from main import clean_up
from store import Store


class Watched(Store):
    """Notes the pages and what was deleted, and does something else before each page."""

    def __init__(self, expired, open_invoices=(), before_page=lambda number, store: None):
        super().__init__(expired, open_invoices)
        self.pages = []
        self.tried = []
        self.before_page = before_page

    def note(self, find, *arguments):
        assert len(self.pages) < 200, f"The job read 200 pages and hasn't ended. The last ones were {self.pages[-2:]}."
        self.before_page(len(self.pages) + 1, self)
        ids = find(*arguments)
        self.pages.append(ids)
        return ids

    def find_expired_at(self, offset, limit):
        return self.note(super().find_expired_at, offset, limit)

    def find_expired(self, after, limit):
        return self.note(super().find_expired, after, limit)

    def delete(self, id):
        self.tried.append(id)
        super().delete(id)


def test_small():
    """A single page is deleted"""
    store = Watched([4, 9])
    counts = clean_up(store, 5)
    assert counts == (2, 0), f"Two accounts had expired: expected (2, 0), found {counts}."
    assert store.expired == set(), f"Both should be gone, found {store.expired}."
    assert clean_up(Watched([]), 5) == (0, 0), "Without expired accounts, the result should be (0, 0)."


def test_all():
    """Each expired account is looked at"""
    for count, page_size in ((7, 2), (10, 3), (12, 3), (9, 1), (100, 7)):
        ids = list(range(1, count + 1))
        store = Watched(ids)
        counts = clean_up(store, page_size)
        assert counts == (count, 0), f"With {count} expired accounts and {page_size} a page, expected ({count}, 0), found {counts}. Still there: {sorted(store.expired)[:12]}."
        assert sorted(store.tried) == ids, f"Each account should be tried once. Found {store.tried[:20]}."


def test_kept():
    """It ends if accounts are kept"""
    cases = [(range(1, 11), [3]), (range(1, 11), [1, 2, 3, 4]), (range(5, 50, 5), range(5, 50, 5)), (range(1, 11), [10])]
    for expired, kept in cases:
        store = Watched(expired, kept)
        counts = clean_up(store, 3)
        expected = (len(expired) - len(kept), len(kept))
        assert counts == expected, f"Of the accounts {list(expired)}, {list(kept)} have an open invoice. Expected {expected}, found {counts}."
        assert sorted(store.expired) == list(kept), f"Those with an open invoice should be left, {list(kept)}. Found {sorted(store.expired)}."
        assert sorted(store.tried) == list(expired), f"Each account should be tried once. Found {sorted(store.tried)}."


def test_pages():
    """It reads one page at a time"""

    def finished(number, store):
        waiting = [id for page in store.pages for id in page if id not in store.tried]
        assert not waiting, f"Before the job reads page {number}, it should have tried all accounts of the pages before. It hasn't tried {waiting[:12]}."

    store = Watched(range(1, 30), [2, 20], finished)
    clean_up(store, 4)
    longest = max(len(page) for page in store.pages)
    assert longest <= 4, f"With page_size=4, there should be at most 4 accounts on a page, found {longest}."
    assert len(store.pages) <= 9, f"29 accounts make 8 pages of up to 4, and after them comes an empty one. Found {len(store.pages)} pages."


def test_meanwhile():
    """Accounts can be added or deleted meanwhile"""

    def change(number, store):
        if number == 2:
            store.expired -= {1, 11}
            store.open_invoices -= {1}
            store.expired |= {40, 41}
        if number == 3:
            store.expired |= {2, 4}

    store = Watched(range(1, 20, 2), [1, 3], change)
    counts = clean_up(store, 3)
    assert counts == (9, 2), f"Of ten accounts, 1 and 3 are kept. Someone else deletes 1 and 11 before page 2, and 40 and 41 are added. Before page 3, 2 and 4 expire, which wait for the next night. Expected (9, 2), found {counts}."
    assert {7, 9, 13, 15, 17, 19, 40, 41} <= set(store.tried), f"7, 9, 13, 15, 17, 19, 40 and 41 should all have been tried, found {store.tried}."


def test_error():
    """An error of the store is passed on"""

    class Broken(Store):
        def delete(self, id):
            raise ConnectionError("The store doesn't answer.")

    try:
        counts = clean_up(Broken([4, 9]), 5)
    except ConnectionError:
        return
    assert False, f"The store raised a ConnectionError, which isn't an open invoice. clean_up should pass it on, and it returned {counts}."


def test_random():
    """Many accounts with any IDs are all looked at"""
    chance = random.Random(4)
    for page_size in (1, 9, 100):
        expired = chance.sample(range(1, 9000), 150)
        kept = chance.sample(expired, 40)
        store = Watched(expired, kept)
        counts = clean_up(store, page_size)
        assert counts == (110, 40), f"Of 150 accounts, 40 are kept, with {page_size} a page: expected (110, 40), found {counts}."
