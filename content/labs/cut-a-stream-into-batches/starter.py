def batches(items, size):
    items = list(items)
    return [items[start : start + size] for start in range(0, len(items), size)]
