import {
  BatchWriteCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
} from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';

// #region put
const month = (date) => date.toISOString().slice(0, 7);

export function toItem({ device, building, at, celsius, fault }) {
  if (fault && !building) throw new TypeError('a fault without a building');
  return {
    deviceMonth: `${device}#${month(at)}`,
    at: at.toISOString(), // UTC, so that the text sorts by time
    device,
    building,
    celsius,
    fault,
    ...(fault && { faultIn: building }), // only faults are in the index
  };
}

export async function addReading(db, reading) {
  const Item = toItem(reading);
  await db.send(new PutCommand({ TableName: 'readings', Item }));
}
// #endregion put

/** Writes up to 25 items per request, and again what the server didn't take. */
export async function addReadings(db, readings) {
  // A batch can't contain a key twice, so the last reading with a key wins.
  const items = new Map();
  for (const item of readings.map(toItem))
    items.set(`${item.deviceMonth} ${item.at}`, item);
  const puts = [...items.values()].map((Item) => ({ PutRequest: { Item } }));
  for (let i = 0; i < puts.length; i += 25) {
    let requests = puts.slice(i, i + 25);
    for (let attempt = 0; requests.length > 0; attempt += 1) {
      if (attempt === 8) throw new Error(`${requests.length} items not taken`);
      if (attempt > 0) await sleep(Math.random() * 25 * 2 ** attempt);
      const { UnprocessedItems } = await db.send(
        new BatchWriteCommand({ RequestItems: { readings: requests } }),
      );
      requests = UnprocessedItems?.readings ?? [];
    }
  }
}

async function collect(pages) {
  const items = [];
  let read = 0;
  for await (const page of pages) {
    items.push(...page.Items);
    read += page.ScannedCount;
  }
  return { items, read };
}

// #region device
export async function readingsOf(db, device, from, to) {
  const result = { items: [], read: 0 };
  for (const month of monthsBetween(from, to)) {
    const { items, read } = await collect(
      paginateQuery(
        { client: db },
        {
          TableName: 'readings',
          KeyConditionExpression:
            'deviceMonth = :partition AND #at BETWEEN :from AND :to',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: {
            ':partition': `${device}#${month}`,
            ':from': from.toISOString(),
            ':to': to.toISOString(),
          },
        },
      ),
    );
    result.items.push(...items);
    result.read += read;
  }
  return result;
}
// #endregion device

export function monthsBetween(from, to) {
  if (from > to) throw new RangeError('the end is before the start');
  const months = [];
  const date = new Date(`${month(from)}-01T00:00:00Z`);
  for (; date <= to; date.setUTCMonth(date.getUTCMonth() + 1))
    months.push(month(date));
  return months;
}

// #region scan
export function faultsByFilter(db, building) {
  return collect(
    paginateScan(
      { client: db },
      {
        TableName: 'readings',
        FilterExpression: 'building = :building AND fault = :true',
        ExpressionAttributeValues: { ':building': building, ':true': true },
      },
    ),
  );
}
// #endregion scan

// #region index
export function faultsByIndex(db, building) {
  return collect(
    paginateQuery(
      { client: db },
      {
        TableName: 'readings',
        IndexName: 'faults',
        KeyConditionExpression: 'faultIn = :building',
        ExpressionAttributeValues: { ':building': building },
      },
    ),
  );
}
// #endregion index
