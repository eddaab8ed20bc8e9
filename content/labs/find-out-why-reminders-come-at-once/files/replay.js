import { createClock } from './clock.js';

const text = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');

/** Sets the reminders of this year's first morning, and lets a year pass. */
export function replay(remind) {
  const start = Date.UTC(2026, 0, 1, 9);
  const clock = createClock(start);
  const times = ['2026-01-02T09:00', '2026-01-31T09:00', '2026-01-25T09:00', '2026-12-31T09:00', '2026-01-15T12:30', '2026-01-26T09:00'];
  const sent = new Map();
  const reminders = times.map((time, index) => {
    const at = Date.parse(`${time}Z`);
    remind({ at, send: () => sent.set(index, clock.now()), clock });
    return at;
  });
  clock.moveTo(Date.UTC(2027, 0, 1));
  console.log('reminder  set at            for               sent at');
  reminders.forEach((at, index) => {
    console.log(`${String(index + 1).padStart(8)}  ${text(start)}  ${text(at)}  ${sent.has(index) ? text(sent.get(index)) : 'never'}`);
  });
}
