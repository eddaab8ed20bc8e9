const file = process.argv[2] === 'fixed' ? 'alerts.js' : 'alerts-before.js';
const { sendAlerts } = await import(`../src/${file}`);

// #region alerts
const latest = new Map([
  [1, { at: Date.now(), celsius: -9 }],
  [3, { at: Date.now() - 2 * 3_600_000, celsius: -20 }],
]);
const db = {
  freezers: async () => [
    { id: 1, name: 'Ice cream', limit: -16, owner: 'ana@example.com' },
    { id: 2, name: 'New one', limit: -16, owner: 'ben@example.com' },
    { id: 3, name: 'Fish', limit: -18, owner: 'cleo@example.com' },
  ],
  latestReading: async (id) => latest.get(id),
  latestReadings: async () => latest,
};
const mailer = { send: async (to, text) => console.log(`${to}: ${text}`) };

await sendAlerts(db, mailer);
// #endregion alerts
