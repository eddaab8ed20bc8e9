module example.com/wordlist

go 1.26.0
