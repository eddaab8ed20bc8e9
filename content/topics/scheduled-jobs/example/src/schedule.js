import { Cron } from 'croner';

// #region jobs
/** What runs when, and which runs to make up for after an outage. */
export const jobs = [
  {
    name: 'flour-order',
    cron: '30 2 * * *',
    zone: 'Europe/Berlin',
    missed: 'latest',
  },
  {
    name: 'sales-report',
    cron: '30 2 * * *',
    zone: 'Europe/Berlin',
    missed: 'all',
  },
];
// #endregion jobs

// #region slots
/** The times at which a job is due, after one instant and up to another. */
export function dueSlots({ cron, zone }, after, until) {
  const schedule = new Cron(cron, { timezone: zone, paused: true });
  const slots = [];
  let slot = schedule.nextRun(after);
  while (slot && slot <= until) {
    slots.push(slot);
    slot = schedule.nextRun(slot);
  }
  return slots;
}
// #endregion slots
