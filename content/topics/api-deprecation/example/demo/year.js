import { plan } from '../src/app.js';
import { start } from '../src/start.js';

const { call, report, stop } = await start();
for (const day of ['2026-03-02', '2026-04-02', '2026-05-02']) {
  await call(`${day}T08:00Z`, 'shop'); // moves to v2 in May
}
for (const month of ['03-31', '04-30', '05-31', '06-30', '07-31', '08-31']) {
  await call(`2026-${month}T22:00Z`, 'insurer');
}
for (const window of ['30 days', '13 months']) {
  console.log(`callers of the last ${window}, seen on September 30:`);
  console.log(await report(plan.endpoint, '2026-09-30', window));
}
for (const day of [
  '2026-09-30T22:00Z',
  '2026-10-01T22:00Z',
  '2026-12-31T22:00Z',
]) {
  const { status, headers, body } = await call(day, 'insurer');
  const text = status === 410 ? JSON.parse(body).title : 'with a warning';
  console.log(day, status, text, headers.get('Deprecation'));
}
await stop();
