environment   = "production"
database_size = "large"
