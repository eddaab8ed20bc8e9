module example.com/lostfound

go 1.26
