#!/bin/sh
# Tests the configuration, the gate and Terraform's own guards, in a copy. Needs jq.
set -eu
project=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$project"/*.tf "$project"/env "$project"/tests "$project"/gate.sh "$work"
cd "$work"
unset TF_CLI_CONFIG_FILE
export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 TF_CLI_ARGS=-no-color
passed=0
pass() { passed=$((passed + 1)) && echo "ok $passed - $1"; }
fail() { echo "FAILED: $1" && cat out && exit 1; }
expect() { # expect NAME TEXT COMMAND...: the command has to print the text
  name=$1 text=$2
  shift 2
  "$@" >out 2>&1 || true
  grep -q -- "$text" out && pass "$name" || fail "$name"
}
plan() { terraform plan -input=false -var-file=env/test.tfvars -out=next.plan "$@"; }
allowed=
gate() { plan "$@" && ./gate.sh next.plan ${allowed:+"$allowed"}; }
apply() { terraform apply -input=false -auto-approve -var-file=env/test.tfvars "$@"; }

terraform fmt -check -recursive
environment() { terraform init -input=false -reconfigure -backend-config="path=$1.tfstate"; }
environment test >out 2>&1 || fail init
expect "valid" "is valid" terraform validate
expect "terraform test" "2 passed, 0 failed" terraform test
expect "create" "5 added, 0 changed, 0 destroyed" apply
expect "again" "No changes" plan

expect "a larger database is an update" "0 to add, 1 to change, 0 to destroy" gate -var database_size=medium
expect "the gate lets it through" "OK: nothing" gate -var database_size=medium
expect "another zone is a replacement" "must be replaced" gate -var zone=b
expect "the gate refuses it" "REFUSED" gate -var zone=b
./gate.sh next.plan >out 2>&1 && fail "the gate exits with 1" || pass "the gate exits with 1"
./gate.sh missing.plan >out 2>&1 && fail "no plan, no OK" || pass "no plan, no OK"
expect "one queue less destroys one" "0 to add, 0 to change, 1 to destroy" plan -var 'queues=["bookings", "prints"]'
expect "the gate refuses that, too" 'queue."emails".: delete' gate -var 'queues=["bookings", "prints"]'
allowed='terraform_data.queue["emails"]'
expect "until someone names it" "OK: nothing" gate -var 'queues=["bookings", "prints"]'
expect "but nothing else" "terraform_data.database: delete, create" gate -var 'queues=["bookings"]' -var zone=b
allowed=

sed -i.bak 's/"database"/"bookings"/; s/terraform_data\.database/terraform_data.bookings/' main.tf
expect "a rename would destroy the database" "terraform_data.database: delete" gate
cat >moved.tf <<'HCL'
moved {
  from = terraform_data.database
  to   = terraform_data.bookings
}
HCL
expect "a moved block keeps it" "0 to add, 0 to change, 0 to destroy" gate
expect "and the gate agrees" "OK: nothing" gate
mv main.tf.bak main.tf && rm moved.tf

sed -i.bak 's/^  triggers_replace = .*/&\n  lifecycle {\n    prevent_destroy = true\n  }/' main.tf
expect "prevent_destroy refuses the zone" "Instance cannot be destroyed" plan -var zone=b
mv main.tf.bak main.tf

plan -var database_size=medium >out 2>&1
cp next.plan reviewed.plan
expect "someone else applies first" "1 changed" apply -var database_size=large
expect "a stale plan is refused" "Saved plan is stale" terraform apply -input=false reviewed.plan

(sleep 5) | terraform apply -var-file=env/test.tfvars >first.out 2>&1 &
sleep 2
expect "a second run is locked out" "Error acquiring the state lock" apply -var database_size=xl
wait || true

mv test.tfstate lost
expect "a lost state creates all again" "5 to add" plan
mv lost test.tfstate

terraform apply -input=false -auto-approve -var-file=env/test.tfvars >out 2>&1
expect "production values would change the test environment" "0 to add, 5 to change" plan -var-file=env/production.tfvars
environment production >out 2>&1
expect "production has its own state" "5 added" apply -var-file=env/production.tfvars
environment test >out 2>&1
expect "and test didn't notice" "No changes" plan
echo "$passed passed, 0 failed"
