/** Replays two bookings of Ada and two of Ben on two servers, with a fake clock, and prints their reads and writes. */
export async function replay(createPoints) {
  const rows = { Ada: { points: 100, version: 7 }, Ben: { points: 100, version: 3 } };
  const start = Date.UTC(2026, 0, 1, 10);
  let now = 0;
  const waiting = [];
  const until = (time) => new Promise((resolve) => waiting.push({ time, resolve }));

  function storeOf(server, change, [readAt, writeAt]) {
    const show = (customer, text) =>
      console.log(`${new Date(start + now).toISOString().slice(11, 23)}  ${server}  ${customer}  ${change.padStart(4)}  ${text}`);
    let reads = 0;
    let writes = 0;
    return {
      async read(customer) {
        await until(readAt + 20 * reads++);
        show(customer, `read ${rows[customer].points}, version ${rows[customer].version}`);
        return { ...rows[customer] };
      },
      async write(customer, points, version) {
        await until(writeAt + 20 * writes++);
        const isRefused = version !== undefined && version !== rows[customer].version;
        if (!isRefused) rows[customer] = { points, version: rows[customer].version + 1 };
        show(customer, isRefused ? `wrote nothing, version ${version} is old` : `wrote ${points}, now version ${rows[customer].version}`);
        return !isRefused;
      },
    };
  }

  const bookings = [
    createPoints(storeOf('A', '+50', [0, 11])).add('Ada', 50),
    createPoints(storeOf('B', '+20', [4, 13])).add('Ada', 20),
    createPoints(storeOf('A', '-80', [150_000, 150_012])).spend('Ben', 80),
    createPoints(storeOf('B', '-90', [150_002, 150_010])).spend('Ben', 90),
  ];
  for (const booking of bookings) booking.catch((error) => console.log(`              ${error.message}`));
  for (let steps = 0; steps < 40; steps += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    waiting.sort((a, b) => a.time - b.time);
    const next = waiting.shift();
    if (next === undefined) break;
    now = Math.max(now, next.time);
    next.resolve();
  }
}
