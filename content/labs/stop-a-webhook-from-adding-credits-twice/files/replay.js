import { createStore } from './store.js';

const deliveries = [
  { at: 0, delivery: 'd-501', id: 'evt_71', account: 'ada', credits: 100, takes: 12 },
  { at: 10, delivery: 'd-502', id: 'evt_71', account: 'ada', credits: 100, takes: 12 },
  { at: 300, delivery: 'd-503', id: 'evt_72', account: 'ben', credits: 500, takes: 1 },
  { at: 360, delivery: 'd-504', id: 'evt_72', account: 'ben', credits: 500, takes: 1 },
  { at: 420, delivery: 'd-505', id: 'evt_73', account: 'chen', credits: 100, takes: 1 },
  { at: 425, delivery: 'd-505', id: 'evt_73', account: 'chen', credits: 100, takes: 1 },
];

/** Delivers this morning's events with a fake clock, and prints what happened. */
export async function replay(createHandler) {
  let now = 0;
  const sleepers = [];
  const lines = [];
  const balance = {};
  let takes = 0;
  const sleep = (seconds) => new Promise((resolve) => sleepers.push({ at: now + seconds, resolve }));
  const accounts = {
    async addCredits(account, credits) {
      await sleep(takes);
      balance[account] = (balance[account] ?? 0) + credits;
    },
  };
  const handle = createHandler({ store: createStore(), accounts });
  const clock = () => new Date(Date.UTC(2026, 0, 1, 10, 0, now)).toISOString().slice(11, 19);
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const times = new Set(deliveries.flatMap(({ at, takes: seconds }) => [at, at + seconds]));
  for (now of [...times].sort((a, b) => a - b)) {
    for (const due of sleepers.filter(({ at }) => at === now)) due.resolve();
    await settle();
    for (const each of deliveries.filter(({ at }) => at === now)) {
      const { delivery, id, account, credits } = each;
      const label = `delivery=${delivery} event=${id} ${account.padEnd(5)} +${credits}`;
      takes = each.takes;
      lines.push(`${clock()}  ${label}  received`);
      const headers = { 'Webhook-Delivery': delivery };
      const body = JSON.stringify({ id, account, credits });
      const request = new Request('http://shop.test/webhooks', { method: 'POST', headers, body });
      handle(request).then(({ status }) => lines.push(`${clock()}  ${label}  responded ${status}`));
      await settle();
    }
  }
  console.log(lines.join('\n'));
  console.log(`credits: ${Object.entries(balance).map((entry) => entry.join(' ')).join(', ')}`);
}
