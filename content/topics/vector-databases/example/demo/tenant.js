import { openCases, queries } from '../dev/cases.js';
import { search } from '../src/search.js';

const db = await openCases();
await db.exec(`CREATE INDEX by_graph ON help_case
  USING hnsw (embedding vector_cosine_ops) WHERE model = 'toy-1'`);
const [query] = queries({ tenant: 1 });
for (const scan of ['off', 'strict_order']) {
  const rows = await search(db, query, {
    enable_sort: 'off',
    'hnsw.iterative_scan': scan,
  });
  console.log(`iterative_scan ${scan}: ${rows.length} of 10`);
}
await db.close();
