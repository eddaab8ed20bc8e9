import pg from 'pg';

/** Reads the configuration from the environment, and names everything that's wrong with it. */
export function readConfig(env) {
  const wrong = [];
  const port = Number(env.PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    wrong.push('PORT must be a number from 1 to 65535');
  if (!isDatabaseUrl(env.DATABASE_URL))
    wrong.push('DATABASE_URL must be a postgres: URL with an encoded password');
  const drainMs = Number(env.DRAIN_MS || 3_000);
  if (!Number.isInteger(drainMs) || drainMs < 0 || drainMs > 4_000)
    wrong.push('DRAIN_MS must be a number from 0 to 4000');
  if (wrong.length > 0) throw new Error(wrong.join('; '));
  return { port, drainMs, databaseUrl: env.DATABASE_URL };
}

function isDatabaseUrl(url) {
  try {
    new pg.Client({ connectionString: url }); // parses it, doesn't connect
    return /^postgres(ql)?:\/\/./.test(url);
  } catch {
    return false;
  }
}
