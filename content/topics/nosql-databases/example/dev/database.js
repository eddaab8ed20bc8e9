// An emulator of DynamoDB in this process, and a client for it.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { createTables } from '../src/tables.js';

export async function openLab() {
  const server = dynalite({ createTableMs: 0 });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${server.address().port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await createTables(client);
  const close = async () => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  return { db: DynamoDBDocumentClient.from(client), close };
}

/** Forty-eight hours of 100 thermostats in ten buildings. */
export function readingsOfTwoDays() {
  const readings = [];
  for (let device = 0; device < 100; device += 1)
    for (let hour = 0; hour < 48; hour += 1)
      readings.push({
        device: `T${device}`,
        building: `B${device % 10}`,
        at: new Date(Date.UTC(2026, 10, 30, hour)),
        celsius: 19,
        fault: device % 30 === 0 && hour === 20,
      });
  return readings;
}
