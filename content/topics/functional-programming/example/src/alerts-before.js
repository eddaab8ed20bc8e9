// #region before
export async function sendAlerts(db, mailer) {
  for (const freezer of await db.freezers()) {
    const latest = await db.latestReading(freezer.id);
    const silentFor = Date.now() - latest.at;
    if (latest.celsius > freezer.limit) {
      await mailer.send(
        freezer.owner,
        `${freezer.name} is at ${latest.celsius} °C`,
      );
    } else if (silentFor > 30 * 60_000) {
      await mailer.send(freezer.owner, `${freezer.name} is silent`);
    }
  }
}
// #endregion before
