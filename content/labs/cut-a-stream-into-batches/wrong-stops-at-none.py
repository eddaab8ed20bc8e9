# fails: Items are cut into batches, the last one shorter
def batches(items, size):
    if size < 1:
        raise ValueError("size")

    def cut():
        iterator = iter(items)
        batch = []
        while (item := next(iterator, None)) is not None:
            batch.append(item)
            if len(batch) == size:
                yield batch
                batch = []
        if batch:
            yield batch

    return cut()
