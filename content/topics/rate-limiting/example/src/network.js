import { isIPv4, isIPv6 } from 'node:net';

// #region network
export function network(ip) {
  const [address] = ip.split('%'); // fe80::1%eth0 names an interface
  if (!isIPv6(address)) return address;

  const mapped = address.match(/^::ffff:([\d.]+)$/i)?.[1];
  if (isIPv4(mapped ?? '')) return mapped; // IPv4 on a dual-stack socket

  const [left, right] = new URL(`http://[${address}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = right ? Array(8 - left.length - right.length).fill('0') : [];
  return `${[...left, ...zeros, ...(right ?? [])].slice(0, 4).join(':')}::/64`;
}
// #endregion network
