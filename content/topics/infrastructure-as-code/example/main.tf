terraform {
  required_version = ">= 1.9"

  backend "local" {}
}

#region database
resource "terraform_data" "database" {
  input            = { engine = "postgres", size = var.database_size }
  triggers_replace = [var.zone]
}

resource "terraform_data" "queue" {
  for_each = var.queues
  input    = { name = "theater-${each.key}-${var.environment}" }
}

resource "terraform_data" "firewall" {
  input = {
    allows = "app-${var.environment}"
    port   = 5432
    target = terraform_data.database.id
  }
}
#endregion database
