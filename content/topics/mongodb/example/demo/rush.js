// Fifty drivers at once, ten sockets.
import { openLab, tenSockets } from '../dev/database.js';
import { readThenWrite, reserve } from '../src/sockets.js';

const { sockets, close } = await openLab();
for (const method of [readThenWrite, reserve]) {
  await sockets.deleteMany({});
  await sockets.insertMany(tenSockets());
  const now = new Date();
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      method(sockets, {
        id: `r${i}`,
        driver: `d${i}`,
        site: 'harbor',
        minKw: 0,
        now,
      }),
    ),
  );
  const given = results.filter(Boolean).map(({ _id }) => _id);
  console.log(
    `${method.name}: ${given.length} drivers got one of ${new Set(given).size} sockets`,
  );
}
await close();
