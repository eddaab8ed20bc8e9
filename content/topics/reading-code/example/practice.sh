#!/bin/sh
# Builds the repository "parts": a shipping service with five years of history.
# Dates and authors are fixed, so hashes are the same everywhere.
set -eu

if [ -e parts ]; then
  echo 'parts exists already. Delete it to start again.' >&2
  exit 1
fi

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1

# commit DATE AUTHOR MESSAGE
commit() {
  name=$2
  mail=$(echo "$name" | tr '[:upper:] ' '[:lower:].')@example.com
  export GIT_AUTHOR_NAME="$name" GIT_COMMITTER_NAME="$name"
  export GIT_AUTHOR_EMAIL="$mail" GIT_COMMITTER_EMAIL="$mail"
  export GIT_AUTHOR_DATE="$1T09:00:00Z" GIT_COMMITTER_DATE="$1T09:00:00Z"
  git add -A
  git -c commit.gpgsign=false commit -q -m "$3"
}

git init -q -b main parts
cd parts
mkdir -p data src/pages src/shipping test texts

cat > package.json <<'END'
{
  "name": "parts-shipping",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "scripts": {
    "start": "node server.js",
    "test": "node --test"
  }
}
END
cat > README.md <<'END'
# Parts shipping

Answers customers' questions about their orders. Start: `npm start`. Test: `npm test`.
END
cat > server.js <<'END'
import http from 'node:http';
import { deliveryPage } from './src/pages/delivery.js';

const routes = [[/^\/orders\/(\d+)\/delivery$/, deliveryPage]];

const server = http.createServer((req, res) => {
  for (const [pattern, page] of routes) {
    const match = pattern.exec(req.url);
    if (match) return res.end(page(match[1]));
  }
  res.writeHead(404).end('Not found\n');
});

server.listen(process.env.PORT ?? 3000);
END
cat > src/dates.js <<'END'
const DAY = 24 * 60 * 60 * 1000;

// Dates are text, such as 2026-05-05.
export function addDays(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

export function weekday(date) {
  const format = new Intl.DateTimeFormat('en', {
    weekday: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}
END
cat > src/orders.js <<'END'
import { readFileSync } from 'node:fs';

const orders = JSON.parse(readFileSync('data/orders.json', 'utf8'));

export function findOrder(id) {
  return orders.find((order) => order.id === Number(id));
}
END
cat > data/orders.json <<'END'
[
  { "id": 4710, "zone": "A", "orderedOn": "2026-05-05", "part": "Oil filter" },
  { "id": 4711, "zone": "I", "orderedOn": "2026-05-05", "part": "Fan belt" },
  { "id": 4712, "zone": "K", "orderedOn": "2026-05-05", "part": "Clutch disc" }
]
END
cat > src/texts.js <<'END'
import { readFileSync } from 'node:fs';

const texts = JSON.parse(readFileSync('texts/en.json', 'utf8'));

export function text(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
END
cat > texts/en.json <<'END'
{
  "delivery.arrives": "Arrives on {day}\n",
  "order.missing": "We don't know this order\n"
}
END
cat > src/pages/delivery.js <<'END'
import { weekday } from '../dates.js';
import { findOrder } from '../orders.js';
import { plan } from '../shipping/plan.js';
import { text } from '../texts.js';

export function deliveryPage(id) {
  const order = findOrder(id);
  if (!order) return text('order.missing');
  const { arrival } = plan(order);
  return text('delivery.arrives', { day: weekday(arrival) });
}
END
cat > src/shipping/plan.js <<'END'
import { addDays } from '../dates.js';

export function plan(order) {
  const days = 2;
  return { zone: order.zone, arrival: addDays(order.orderedOn, days) };
}
END
cat > test/plan.test.js <<'END'
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plan } from '../src/shipping/plan.js';

test('a parcel on the mainland takes two days', () => {
  const { arrival } = plan({ zone: 'A', orderedOn: '2026-05-05' });
  assert.equal(arrival, '2026-05-07');
});
END
commit 2021-03-01 'Mio Sato' 'Show the day of delivery'

cat > src/shipping/island.js <<'END'
// Days that the boat to an island adds.
export function islandDelay(zone) {
  return zone === 'I' ? 1 : 0;
}
END
cat > src/shipping/plan.js <<'END'
import { addDays } from '../dates.js';
import { islandDelay } from './island.js';

export function plan(order) {
  const days = 2 + islandDelay(order.zone);
  return { zone: order.zone, arrival: addDays(order.orderedOn, days) };
}
END
cat > test/island.test.js <<'END'
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { islandDelay } from '../src/shipping/island.js';

test('the boat to an island takes one more day', () => {
  assert.equal(islandDelay('I'), 1);
  assert.equal(islandDelay('A'), 0);
});
END
commit 2022-06-14 'Mio Sato' 'Deliver to islands by boat'

cat > src/shipping/plan.js <<'END'
import { addDays, weekday } from '../dates.js';

export function plan(order) {
  const { zone } = order;
  let days = 2;
  if (zone === 'I' || zone === 'K') days += 1;
  let arrival = addDays(order.orderedOn, days);
  if (weekday(arrival) === 'Sunday') arrival = addDays(arrival, 1);
  return { zone, arrival };
}
END
cat >> test/plan.test.js <<'END'

test('nothing arrives on a Sunday', () => {
  const { arrival } = plan({ zone: 'A', orderedOn: '2026-05-08' });
  assert.equal(arrival, '2026-05-11');
});
END
commit 2023-11-20 'Ana Lima' 'Plan one more day for ferries (PARTS-812)

Parcels go by ferry now, not by boat. In winter both ferries moved their
parcel hour to the early morning, so parcels for the zones I and K miss
it and wait for a day. Zone I: until the new contract in May 2024.
Zone K: no end in sight.'

mkdir -p config src/shipping/steps
cat > config/shipping.json <<'END'
{
  "steps": ["handling", "transport", "zone-extras", "weekend"]
}
END
cat > src/shipping/plan.js <<'END'
import { readFileSync } from 'node:fs';

const { steps: names } = JSON.parse(
  readFileSync('config/shipping.json', 'utf8'),
);
const steps = [];
for (const name of names) steps.push(await import(`./steps/${name}.js`));

export function plan(order) {
  let shipment = { zone: order.zone, arrival: order.orderedOn };
  for (const step of steps) shipment = step.apply(shipment);
  return shipment;
}
END
cat > src/shipping/steps/handling.js <<'END'
import { addDays } from '../../dates.js';

export function apply(shipment) {
  return { ...shipment, arrival: addDays(shipment.arrival, 1) };
}
END
cp src/shipping/steps/handling.js src/shipping/steps/transport.js
cat > src/shipping/steps/zone-extras.js <<'END'
import { addDays } from '../../dates.js';

export function apply(shipment) {
  const { zone } = shipment;
  let days = 0;
  if (zone === 'I' || zone === 'K') days += 1;
  return { ...shipment, arrival: addDays(shipment.arrival, days) };
}
END
cat > src/shipping/steps/weekend.js <<'END'
import { addDays, weekday } from '../../dates.js';

export function apply(shipment) {
  const { arrival } = shipment;
  if (weekday(arrival) !== 'Sunday') return shipment;
  return { ...shipment, arrival: addDays(arrival, 1) };
}
END
commit 2024-09-09 'Ana Lima' 'Split the plan into steps, so that customers can have their own'

cat > src/shipping/steps/zone-extras.js <<'END'
import { addDays } from '../../dates.js';

const EXTRA_DAYS = { I: 1, K: 1 };

export function apply(shipment) {
  const days = EXTRA_DAYS[shipment.zone] ?? 0;
  return { ...shipment, arrival: addDays(shipment.arrival, days) };
}
END
commit 2025-02-03 'Sol Weber' 'Tidy up'

cat > data/deliveries.csv <<'END'
order,zone,days_late
4602,A,0
4607,I,-1
4608,K,0
4613,A,1
4619,I,-1
4624,A,0
4625,K,0
4631,I,-1
4633,A,0
4640,K,0
4642,I,0
4650,A,0
4657,I,-1
4663,K,1
4668,A,0
4671,I,-1
4680,K,0
4684,I,-1
END
commit 2026-04-20 'Sol Weber' 'Export planned and real deliveries for the quarterly review'

echo 'Ready: cd parts'
