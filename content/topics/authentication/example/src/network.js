import ipaddr from 'ipaddr.js';

// #region network
/** Where a request comes from: an IPv4 address, or a network of IPv6. */
export function networkOf(req) {
  const address = ipaddr.process(req.ip); // ::ffff:192.0.2.7 is 192.0.2.7
  if (address.kind() === 'ipv4') return address.toString();
  // A single customer has 2^64 addresses, so they count as one.
  return ipaddr.IPv6.networkAddressFromCIDR(`${address}/64`).toString();
}
// #endregion network
