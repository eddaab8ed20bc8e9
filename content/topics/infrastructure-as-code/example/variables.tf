variable "environment" {
  type = string
  validation {
    condition     = contains(["test", "production"], var.environment)
    error_message = "The environment is test or production."
  }
}

variable "database_size" {
  type = string
}

variable "zone" {
  type    = string
  default = "a"
}

variable "queues" {
  type    = set(string)
  default = ["bookings", "emails", "prints"]
}
