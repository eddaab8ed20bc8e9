variables {
  environment   = "test"
  database_size = "small"
}

run "names_contain_the_environment" {
  command = plan

  assert {
    condition     = terraform_data.queue["emails"].input.name == "theater-emails-test"
    error_message = "Two environments would share a queue."
  }
  assert {
    condition     = terraform_data.firewall.input.allows == "app-test"
    error_message = "The database would be open to another environment."
  }
}

run "unknown_environments_are_refused" {
  command = plan
  variables {
    environment = "prod"
  }
  expect_failures = [var.environment]
}
