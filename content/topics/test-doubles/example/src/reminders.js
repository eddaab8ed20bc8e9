// #region reminders
const day = 24 * 60 * 60 * 1000;
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'America/Chicago',
  hour: 'numeric',
  minute: '2-digit',
});

/** Runs every hour, and reminds of the appointments in the next 24 hours. */
export async function remindAll({ appointments, send, now }) {
  const start = now();
  const failed = [];
  for (const { id, phone, at } of await appointments.notDone()) {
    if (at <= start || at - start > day) continue;
    const text = `Your appointment is at ${clock.format(at)}.`;
    const key = `reminder-${id}-${at.toISOString()}`;
    const result = await send({ key, to: phone, text });
    if (result.sent || !result.retry) await appointments.markDone(id);
    if (!result.sent) failed.push({ id, reason: result.reason });
  }
  return { failed };
}
// #endregion reminders
