// #region buyers
import { sendAtRate } from './generator.js';

/** Half of the families want the first Saturday, as they did last year. */
const popular = () => (Math.random() < 0.5 ? 6 : anyDay());
const anyDay = () => 1 + Math.floor(Math.random() * 40);

/** Each family looks at the days and buys a ticket; `asked` counts per day. */
export function sendFamilies({ url, rate, seconds, asked, spread = false }) {
  const day = spread ? anyDay : popular;
  return sendAtRate({
    rate,
    seconds,
    async visit() {
      const wanted = day();
      await expectStatus([200], `${url}/days`);
      await expectStatus([201, 409], `${url}/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ day: wanted }),
      });
      asked[wanted] = (asked[wanted] ?? 0) + 1;
    },
  });
}

/** A 409 says that the day is sold out: that's a response, not a failure. */
async function expectStatus(statuses, url, options) {
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(url, { ...options, signal });
  await response.arrayBuffer();
  if (!statuses.includes(response.status)) throw new Error(response.status);
}
// #endregion buyers
