from hutlog.summary import lowest_by_hut

print(lowest_by_hut("huts.txt"))
