# fails: Nothing is taken before the block begins
# says: takes the connection when borrowed is called, before the block begins.
class borrowed:
    def __init__(self, pool):
        self.pool = pool
        self.connection = pool.take()
    def __enter__(self): return self.connection
    def __exit__(self, t, e, tb):
        if isinstance(e, ConnectionError): self.pool.discard(self.connection)
        else: self.pool.give_back(self.connection)
