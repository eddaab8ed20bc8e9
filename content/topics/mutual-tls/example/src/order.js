import { request } from 'node:https';

// #region order
/** Orders at dispatch. The client also checks whom it talks to. */
export function order(port, certificates, path = '/orders', options = {}) {
  const url = `https://localhost:${port}${path}`;
  const all = { method: 'POST', agent: false, ...options, ...certificates };
  return new Promise((resolve, reject) => {
    request(url, all, (res) => {
      res.resume().on('end', () => resolve(res.statusCode));
    })
      .on('error', reject)
      .end();
  });
}
// #endregion order
