// #region client
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

export function createClient(connectionString: string, maxWait = 5_000) {
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000, // the server stops the statement
    query_timeout: 6_000, // the driver gives up if the server is silent
  });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait, timeout: 5_000 },
    log: [{ emit: 'event', level: 'query' }],
  });
}
// #endregion client

export type Db = ReturnType<typeof createClient>;
