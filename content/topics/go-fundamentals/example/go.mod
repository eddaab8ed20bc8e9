module example.com/hives

go 1.26
