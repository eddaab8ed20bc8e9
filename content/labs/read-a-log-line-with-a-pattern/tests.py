from main import parse

good = '203.0.113.7 [01/Mar/2026:08:15:00 +0000] "GET /orders?page=2 HTTP/1.1" 200 1834'


def read(line):
    found = parse(line)
    assert isinstance(found, dict), f"This is a good line, and parse gave {found!r}: {line}"
    return found


def test_texts():
    """Address, time, method and target are read"""
    found = read(good)
    for key, expected in {
        "address": "203.0.113.7",
        "time": "01/Mar/2026:08:15:00 +0000",
        "method": "GET",
        "target": "/orders?page=2",
    }.items():
        assert found.get(key) == expected, f"Expected {key} {expected!r}, found {found.get(key)!r}."


def line_of(address="203.0.113.7", time="01/Mar/2026:08:15:00 +0000", method="GET", target="/", protocol="HTTP/1.1", status="200", size="0"):
    return f'{address} [{time}] "{method} {target} {protocol}" {status} {size}'


def test_many():
    """Lines of every kind are read as a whole"""
    for parts in (
        {"address": "10.0.0.255", "method": "PATCH", "target": "/a/b.html?x=1&y=%20", "protocol": "HTTP/1.0"},
        {"address": "::1", "method": "OPTIONS", "target": "*"},
        {"time": "31/Dec/1999:23:59:59 -0130", "method": "HEAD", "target": "/[draft]"},
        {"status": "404", "size": "153", "target": "http://shop.test/"},
        {"status": "503", "size": "-", "protocol": "HTTP/2.0"},
        {"status": "206", "size": "12345678901"},
    ):
        line = line_of(**parts)
        found = read(line)
        for key in ("address", "time", "method", "target", "status", "size"):
            expected = {"address": "203.0.113.7", "time": "01/Mar/2026:08:15:00 +0000", "method": "GET", "target": "/", "status": 200, "size": 0}[key]
            if key in parts:
                expected = 0 if parts[key] == "-" else int(parts[key]) if key in ("status", "size") else parts[key]
            assert found.get(key) == expected, f"Expected {key} {expected!r}, found {found.get(key)!r}, in {line}"
        more = sorted(set(found) - {"address", "time", "method", "target", "status", "size"})
        assert more == [], f"Six keys were asked for, and the dictionary also has {', '.join(more)}."


def test_numbers():
    """Status and size are numbers"""
    found = read(good)
    assert (found.get("status"), found.get("size")) == (200, 1834), (
        f"Expected the numbers 200 and 1834, found {found.get('status')!r} and {found.get('size')!r}."
    )


def test_dash():
    """A dash means that nothing was sent"""
    found = read('203.0.113.7 [01/Mar/2026:08:15:01 +0000] "DELETE /orders/7 HTTP/2.0" 204 -')
    assert found.get("size") == 0, f"The size is -, so 0 is expected, found {found.get('size')!r}."


def test_ipv6():
    """An IPv6 address is an address"""
    found = read('2001:db8::17 [01/Mar/2026:08:15:01 +0000] "POST /orders HTTP/1.1" 201 57')
    assert found.get("address") == "2001:db8::17", f"Expected 2001:db8::17, found {found.get('address')!r}."


def test_line_break():
    """The line break at the end is not part of it"""
    found = read(good + "\n")
    assert found.get("size") == 1834, f"Expected the size 1834, found {found.get('size')!r}."


def test_bad():
    """Lines of another form are refused"""
    for line in [
        "",
        "the server starts",
        good.replace("200", "2x0"),
        good.replace("1834", ""),
        good.replace('"', ""),
        good + " extra",
        good + " ",
        " " + good,
        good.replace(" 200", "  200"),
        good.replace("] ", "]"),
        good.replace("] ", "]  "),
        good.replace(" [", "  ["),
        good.replace("GET ", "GET  "),
        good.replace(" HTTP", "  HTTP"),
        good.replace(" 1834", "\t1834"),
        good.replace("[", "").replace("]", ""),
        good.replace(" HTTP/1.1", ""),
        good.replace("GET ", ""),
        good.replace("GET", ""),
        good.replace("/orders?page=2", ""),
        good.replace("/orders?page=2", "/a b"),
        good.replace("200", "-"),
        good.replace("1834", "--"),
        good.replace("1834", "-1834"),
        good.replace("1834", "18.34"),
        good.replace("1834", "1834x"),
        good.replace("1834", "-1"),
        good.replace("203.0.113.7 ", ""),
        good.replace("203.0.113.7", ""),
        "log: " + good,
    ]:
        found = parse(line)
        assert found is None, f"This line has another form, so None is expected, found {found}: {line!r}"


def test_status():
    """A status has three digits"""
    for status in ("20", "2000", "2"):
        line = line_of(status=status)
        found = parse(line)
        assert found is None, f"The status {status} doesn't have three digits, so None is expected, found {found}: {line!r}"


def test_second_line():
    """Two lines in one text are not one line"""
    found = parse(good + "\n" + good)
    assert found is None, f"Expected None for two lines at once, found {found}."
