import { setTimeout as sleep } from 'node:timers/promises';

// Writes a bill every 300 ms, and sends a heartbeat every 100 ms.
process.on('disconnect', () => process.exit());
process.on('message', async ({ assignment, bills }) => {
  setInterval(() => process.send({ heartbeat: true }), 100);
  for (const bill of bills) {
    await sleep(300);
    process.send({ bill, assignment });
  }
});
