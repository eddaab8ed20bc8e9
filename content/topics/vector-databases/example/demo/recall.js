import { openCases, queries } from '../dev/cases.js';
import { recall } from '../src/search.js';

const db = await openCases();
const some = queries();
async function measure(name, values) {
  for (const value of values) {
    const settings = { enable_sort: 'off', [name]: value };
    const share = await recall(db, some, settings);
    console.log(`${name} ${value}: recall ${share.toFixed(2)}`);
  }
}
await db.exec(`CREATE INDEX by_cluster ON help_case
  USING ivfflat (embedding vector_cosine_ops) WITH (lists = 60)
  WHERE model = 'toy-1'`);
await measure('ivfflat.probes', [1, 3, 10, 30, 60]);
await db.exec('DROP INDEX by_cluster');

await db.exec(`CREATE INDEX by_graph ON help_case
  USING hnsw (embedding vector_cosine_ops) WHERE model = 'toy-1'`);
await measure('hnsw.ef_search', [10, 40, 100, 400]);
await db.close();
