import { setTimeout as sleep } from 'node:timers/promises';

/** Eight clients send requests while `replace` runs. */
export async function underLoad(ask, replace) {
  let isRunning = true;
  const responses = [];
  const errors = [];
  const client = async () => {
    while (isRunning) {
      await ask().then(
        (response) => responses.push(response),
        (error) => errors.push(error),
      );
      await sleep(5);
    }
  };
  const clients = Array.from({ length: 8 }, client);
  await sleep(500);
  try {
    await replace();
    await sleep(300);
  } finally {
    isRunning = false;
    await Promise.all(clients);
  }
  const releases = [...new Set(responses.map((text) => text.split(' ')[0]))];
  return { releases, lost: errors.length };
}
