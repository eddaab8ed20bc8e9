#!/bin/sh
# A live server with archiving in data/, a base backup in backup/, three recipes.
set -eu
cd "$(dirname "$0")"
. ./settings.sh
mkdir -p archive backup
initdb -D data -U app --auth=trust --no-sync > start.log
cat live.conf >> data/postgresql.conf
echo "basic_archive.archive_directory = '$PWD/archive'" >> data/postgresql.conf
pg_ctl -D data -l data/server.log -w start >> start.log
$live -q -f schema.sql
$live -q -c "INSERT INTO recipe (title) VALUES ('Borscht')"
$live -q -c 'INSERT INTO heartbeat DEFAULT VALUES'
pg_basebackup -c fast -h /tmp -p 5410 -U app -D backup/base
pg_verifybackup backup/base
$live -q << 'SQL'
INSERT INTO recipe (title) VALUES ('Congee'), ('Dosa');
INSERT INTO comment (recipe_id, text) VALUES (1, 'Like at home'), (3, 'Crisp!');
SQL
# In production, a cron job. This ends when the server does.
while $live -q -c 'INSERT INTO heartbeat DEFAULT VALUES'; do sleep 60; done > /dev/null 2>&1 &
