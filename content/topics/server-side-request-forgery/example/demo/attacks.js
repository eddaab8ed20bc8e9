// #region attacks
export const attacks = ({ insidePort: i, sitePort: s }) => [
  ['by address', `http://127.0.0.1:${i}/`],
  ['as one number', `http://2130706433:${i}/`],
  ['short form', `http://127.1:${i}/`],
  ['in octal', `http://0177.0.0.1:${i}/`],
  ['unspecified address', `http://0.0.0.0:${i}/`],
  ['in IPv6 form', `http://[::ffff:127.0.0.1]:${i}/`],
  ['by a name', `http://internal.test:${i}/`],
  ['by a redirect', `http://covers.test:${s}/redirect`],
  ['by rebinding', `http://rebind.test:${i}/`],
];
// #endregion attacks
