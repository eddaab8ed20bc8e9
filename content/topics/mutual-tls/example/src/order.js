import { request } from 'node:https';

// #region order
/** Orders at dispatch. The client also checks whom it talks to. */
export function order(port, certificates, path = '/orders', agent = false) {
  const url = `https://localhost:${port}${path}`;
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, ...certificates }, (res) => {
      res.resume().on('end', () => resolve(res.statusCode));
    })
      .on('error', reject)
      .end();
  });
}
// #endregion order
