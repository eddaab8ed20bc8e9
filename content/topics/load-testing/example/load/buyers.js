// #region buyers
import autocannon from 'autocannon';

/** Half of the families want the first Saturday, as they did last year. */
const popular = () => (Math.random() < 0.5 ? 6 : anyDay());
const anyDay = () => 1 + Math.floor(Math.random() * 40);

/** Each family looks at the days and buys a ticket. */
export function sendBuyers({ url, rate, seconds, spread = false }) {
  const day = spread ? anyDay : popular;
  return autocannon({
    url,
    overallRate: rate * 2, // two requests per family
    duration: seconds,
    connections: 500,
    timeout: 5,
    requests: [
      { method: 'GET', path: '/days' },
      {
        method: 'POST',
        path: '/tickets',
        setupRequest: (request) => ({
          ...request,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ day: day() }),
        }),
      },
    ],
  });
}
/** A 409 says that the day is sold out: that's a response, not a failure. */
export const unexpected = (statusCodeStats) =>
  Object.entries(statusCodeStats)
    .filter(([status]) => !['200', '201', '409'].includes(status))
    .reduce((sum, [, { count }]) => sum + count, 0);
// #endregion buyers
