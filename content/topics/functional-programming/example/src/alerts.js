// #region core
const SILENCE_MS = 30 * 60_000;

export function decideAlerts(freezers, latestById, now) {
  return freezers.flatMap((freezer) => {
    const text = problem(freezer, latestById.get(freezer.id), now);
    return text ? [{ to: freezer.owner, text: `${freezer.name} ${text}` }] : [];
  });
}

function problem(freezer, latest, now) {
  if (!Number.isFinite(freezer.limit)) return 'has no limit';
  if (!latest) return 'has never sent a reading';
  if (!Number.isFinite(latest.celsius)) return 'sends no temperature';
  if (latest.celsius > freezer.limit) return `is at ${latest.celsius} °C`;
  if (!(now - latest.at <= SILENCE_MS)) return 'is silent'; // also without a time
  return undefined;
}
// #endregion core

// #region shell
export async function sendAlerts(db, mailer, now = Date.now()) {
  const freezers = await db.freezers();
  const latestById = await db.latestReadings();
  const errors = [];
  for (const { to, text } of decideAlerts(freezers, latestById, now)) {
    await mailer.send(to, text).catch((error) => errors.push(error));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'mails not sent');
}
// #endregion shell
