# fails: There is never an empty batch
def batches(items, size):
    if size < 1:
        raise ValueError("size")

    def cut():
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
        yield batch

    return cut()
