// A car entered a little over an hour ago and leaves now, by the real clock.
const path = process.argv[2] === 'fixed' ? 'src/exit-gate' : 'first-try/gate';
const { ExitGate } = await import(`../${path}.js`);

const enteredAt = new Date(Date.now() - 61 * 60_000 - 350);
const entries = { find: async () => enteredAt, remove: async () => {} };
const mailer = { send: async (to, text) => console.log(`${to}: ${text}`) };
const gate = new ExitGate({ entries, mailer });

try {
  await gate.leave('KA-17', 'ada@example.com');
} catch (error) {
  console.log(`The gate stays closed. ${error}`);
}
