import sys

huts = dict.fromkeys(["eagle", "grünsee"], [])

for line in open(sys.argv[1], encoding="utf-8"):
    try:
        hut, at, celsius = line.split()
        huts[hut].append(float(celsius))
    except:
        pass

for hut in huts:
    print(hut, "lowest", min(huts[hut]))
