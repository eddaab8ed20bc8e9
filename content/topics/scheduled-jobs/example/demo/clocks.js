// When is a job due around the nights when the clocks change?
import { dueSlots } from '../src/schedule.js';

const local = { timeZone: 'Europe/Berlin', timeZoneName: 'short' };

// #region clocks
const job = { cron: '30 2 * * *', zone: 'Europe/Berlin' };
for (const [from, to] of [
  ['2026-03-28T00:00Z', '2026-03-31T00:00Z'],
  ['2026-10-24T00:00Z', '2026-10-27T00:00Z'],
])
  for (const slot of dueSlots(job, new Date(from), new Date(to)))
    console.log(slot.toISOString(), slot.toLocaleString('en-GB', local));
// #endregion clocks
