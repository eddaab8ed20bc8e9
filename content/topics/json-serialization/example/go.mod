module example.com/rides

go 1.25
