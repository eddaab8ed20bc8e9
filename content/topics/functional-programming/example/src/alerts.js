// #region core
const SILENCE_MS = 30 * 60_000;

export function decideAlerts(freezers, latestById, now) {
  return freezers.flatMap((freezer) => {
    const text = problem(freezer, latestById.get(freezer.id), now);
    return text ? [{ to: freezer.owner, text: `${freezer.name} ${text}` }] : [];
  });
}

function problem(freezer, latest, now) {
  if (!latest) return 'has never sent a reading';
  if (latest.celsius > freezer.limit) return `is at ${latest.celsius} °C`;
  if (now - latest.at > SILENCE_MS) return 'is silent';
  return undefined;
}
// #endregion core

// #region shell
export async function sendAlerts(db, mailer, now = Date.now()) {
  const freezers = await db.freezers();
  const latestById = await db.latestReadings();
  const alerts = decideAlerts(freezers, latestById, now);
  for (const { to, text } of alerts) await mailer.send(to, text);
}
// #endregion shell
