// Which index the reservation uses, and how many documents it looks at.
import { openLab, tenSockets } from '../dev/database.js';

const { sockets, close } = await openLab();
await sockets.insertMany(tenSockets());
const { executionStats, queryPlanner } = await sockets
  .find({ site: 'harbor', kw: { $gte: 22 }, freeFrom: { $lte: new Date() } })
  .sort({ kw: 1 })
  .limit(1)
  .explain('executionStats');
console.dir(queryPlanner.winningPlan, { depth: 6 });
console.log(
  executionStats.totalDocsExamined,
  'documents examined for',
  executionStats.nReturned,
);
await close();
