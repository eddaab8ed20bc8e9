def replay(read_names):
    """Reads one file of each source, and prints what gets into the database."""
    files = {
        "form": "Björn\nZoë\nAnna\n".encode("cp1252"),
        "partner": "Björn\nRenée\nAnna\n".encode("utf-8"),
    }
    print("source   stored       bytes")
    for source, data in files.items():
        try:
            names = read_names(source, data)
        except UnicodeError as error:
            print(f"{source:7}  {error}")
            continue
        for name in names:
            print(f"{source:7}  {name:11}  {name.encode('utf-8').hex(' ')}")
