environment   = "test"
database_size = "small"
