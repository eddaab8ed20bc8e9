import { lookup } from 'node:dns/promises';
import https from 'node:https';
import { BlockList, isIP } from 'node:net';

// #region guard
const internal = new BlockList();
internal.addSubnet('0.0.0.0', 8, 'ipv4'); // this machine
internal.addSubnet('10.0.0.0', 8, 'ipv4'); // private
internal.addSubnet('100.64.0.0', 10, 'ipv4'); // provider's network
internal.addSubnet('127.0.0.0', 8, 'ipv4'); // loopback
internal.addSubnet('169.254.0.0', 16, 'ipv4'); // link-local, cloud metadata
internal.addSubnet('172.16.0.0', 12, 'ipv4'); // private
internal.addSubnet('192.168.0.0', 16, 'ipv4'); // private
internal.addSubnet('224.0.0.0', 3, 'ipv4'); // multicast, reserved

/** Whether an address is one that strangers may make us connect to. */
export function isPublic(address) {
  if (isIP(address) === 4) return !internal.check(address, 'ipv4');
  // Of IPv6, only 2000::/3 is public, and in it, these two embed IPv4.
  const first = Number.parseInt(address.split(':')[0], 16);
  const isGlobal = first >= 0x2000 && first <= 0x3fff;
  return isGlobal && !/^(?:2001:0*:|2002:)/i.test(address);
}

/** The address that a customer's URL leads to now, or an error. */
export async function publicAddress(url, resolve = lookup) {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') throw new Error('only https is allowed');
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await resolve(host, { all: true });
  for (const { address } of found) {
    if (!isPublic(address)) throw new Error('the address is not public');
  }
  return found[0];
}
// #endregion guard

// #region post
/** Posts to a customer's URL, and returns the status of the response. */
export async function post(url, body, headers) {
  const { address, family } = await publicAddress(url);
  return new Promise((resolve, reject) => {
    const req = https.request(url, {
      method: 'POST',
      headers,
      // The checked address, so that a second lookup can't lead elsewhere.
      lookup: (host, options, done) =>
        options.all
          ? done(null, [{ address, family }])
          : done(null, address, family),
      signal: AbortSignal.timeout(15_000),
    });
    req.on('response', (res) => {
      res.resume(); // the body is of no interest, and redirects aren't followed
      resolve(res.statusCode);
    });
    req.on('error', reject);
    req.end(body);
  });
}
// #endregion post
