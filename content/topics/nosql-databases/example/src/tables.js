import {
  CreateTableCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

const S = (AttributeName) => ({ AttributeName, AttributeType: 'S' });

// #region table
const key = (partition, sort) => [
  { AttributeName: partition, KeyType: 'HASH' },
  { AttributeName: sort, KeyType: 'RANGE' },
];

export const readings = {
  TableName: 'readings',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['deviceMonth', 'at', 'faultIn'].map(S),
  KeySchema: key('deviceMonth', 'at'),
  GlobalSecondaryIndexes: [
    {
      IndexName: 'faults',
      KeySchema: key('faultIn', 'at'),
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};
// #endregion table

export const devices = {
  TableName: 'devices',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [S('serial')],
  KeySchema: [{ AttributeName: 'serial', KeyType: 'HASH' }],
};

export async function createTables(client) {
  for (const table of [readings, devices]) {
    await client.send(new CreateTableCommand(table));
    await waitUntilTableExists(
      { client, maxWaitTime: 60, minDelay: 1 },
      { TableName: table.TableName },
    );
  }
}
