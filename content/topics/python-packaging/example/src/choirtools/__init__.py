def bars(beats: int, per_bar: int = 4) -> int:
    """How many bars hold that many beats; the last one may be incomplete."""
    return -(-beats // per_bar)
