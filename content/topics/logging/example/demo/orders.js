// Three customers buy at the same moment.
export const orders = [
  { email: 'ada@example.com', seat: '12A', card: '4111111111111111' },
  { email: 'bo@example.com', seat: '12B', card: '0000000000000000' },
  { email: 'cy@example.com', seat: '12C', card: '4111111111111111' },
];
