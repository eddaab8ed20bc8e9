import { startDatabase } from '../dev/database.ts';
import { searchJobs, type Search } from '../src/jobs.ts';

const { db, sent, stop } = await startDatabase();

// #region demo
await show({});
await show({ city: 'Oslo', minSalary: 50_000, sort: 'best-paid' });
await show({ city: "'; DROP TABLE job; --" });
await show({ sort: 'password_hash' });
// #endregion demo

async function show(search: Search) {
  sent.length = 0;
  try {
    const jobs = await searchJobs(db, search);
    console.log(sent[0]?.sql);
    const titles = jobs.map((job) => job.title);
    console.log(
      '  ',
      sent[0]?.parameters,
      '->',
      titles.join(', ') || 'nothing',
    );
  } catch (error) {
    console.log(String(error));
  }
}
await stop();
