def replay(quote, connect):
    """Asks for the four quotes of this morning."""
    rows = [{"name": "parcel", "cents": 1000}, {"name": "pallet", "cents": 9000}]

    def load(region):
        print("loading the price list")
        return [dict(row) for row in rows]

    connect(load)
    for number, service in enumerate(("express", "express", "express", "standard"), start=1):
        found = quote("north", service)
        prices = ", ".join(f"{row['name']} {row['cents']}" for row in found)
        print(f"quote {number}, {service + ':':9} {prices}")
