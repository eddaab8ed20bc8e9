// Insert for two seconds, then the primary dies. What is missing?
import { startCluster } from '../dev/cluster.js';

for (const [mode, settings] of [
  ['asynchronous', []],
  ['synchronous', ['synchronous_standby_names=b']],
]) {
  const cluster = await startCluster({ delay: 10, settings });
  const confirmed = [];
  let isRunning = true;
  const writer = (async () => {
    while (isRunning)
      try {
        const sql = "INSERT INTO photo (owner) VALUES ('ana') RETURNING id";
        confirmed.push((await cluster.primary.query(sql)).rows[0].id);
      } catch {
        return; // the primary is gone
      }
  })();
  await new Promise((resolve) => setTimeout(resolve, 2000));
  cluster.network.cut();
  await cluster.killPrimary();
  isRunning = false;
  await writer;
  await cluster.promote();
  const { rows } = await cluster.standby.query('SELECT id FROM photo');
  const found = new Set(rows.map(({ id }) => id));
  const lost = confirmed.filter((id) => !found.has(id)).length;
  console.log(`${mode}: ${confirmed.length} confirmed, ${lost} of them lost`);
  await cluster.stop();
}
