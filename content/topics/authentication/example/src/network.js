import ipaddr from 'ipaddr.js';

// #region network
/** Where a request comes from: an IPv4 address, or a network of IPv6. */
export function networkOf(req) {
  const address = ipaddr.process(req.ip); // ::ffff:192.0.2.7 is 192.0.2.7
  if (address.kind() === 'ipv4') return address.toString();
  // One customer often has a whole /56, so its 2^72 addresses count as one.
  return ipaddr.IPv6.networkAddressFromCIDR(`${address}/56`).toString();
}
// #endregion network
