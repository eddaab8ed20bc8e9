import { OpenFeature } from '@openfeature/server-sdk';
import { setTimeout as sleep } from 'node:timers/promises';

// #region known
/** Every flag, with the value that's used when nothing else is known. */
export const defaults = { timetable: 'old', suggestions: 'off' };
// #endregion known

// #region start
/** Waits for the rules, but not for long: without them, the defaults apply. */
export async function startFlags(provider, { wait = 1_000, log }) {
  let isLate = false;
  const report = (level, message) =>
    log({ level, message: `flags: ${message}` });
  const rules = OpenFeature.setProviderAndWait(provider).then(
    () => isLate && report('info', 'the rules have arrived'),
    (error) => report('error', error.message),
  );
  const limit = new AbortController();
  await Promise.race([
    rules,
    sleep(wait, null, limit).then(
      () => {
        isLate = true;
        report('error', `no rules after ${wait} ms, the defaults apply`);
      },
      () => {},
    ),
  ]);
  limit.abort();
}
// #endregion start

// #region request
/** The flags of one request: each is evaluated once, and can be logged. */
export function forRequest(context) {
  const client = OpenFeature.getClient();
  const asked = new Map();
  return {
    async value(key) {
      if (!Object.hasOwn(defaults, key)) throw new Error(`unknown flag ${key}`);
      if (!asked.has(key))
        asked.set(key, client.getStringDetails(key, defaults[key], context));
      return (await asked.get(key)).value;
    },
    async record() {
      const entries = [...asked].map(async ([key, details]) => {
        const { value, reason, errorCode } = await details;
        return [key, `${value} (${errorCode ?? reason})`];
      });
      return Object.fromEntries(await Promise.all(entries));
    },
  };
}
// #endregion request
