// #region types
const site = 'https://api.gift.example/problems/';

// Every kind of problem that a client can tell apart. The names are part of
// the contract: add new ones, but never rename or reuse one.
export const problemTypes = {
  'invalid-fields': {
    status: 422,
    title: 'Some fields are invalid',
    help: 'Show each text in errors beside the field that its pointer names.',
  },
  'not-signed-in': {
    status: 401,
    title: 'The request has no valid token',
    help: 'Get a token, and send it as Authorization: Bearer <token>.',
  },
  'unknown-card': {
    status: 404,
    title: 'You have no such card',
    help: 'Ask the customer to check the code.',
  },
  'insufficient-balance': {
    status: 409,
    title: 'The card has too little left',
    help: 'Take balanceCents from the card and the rest some other way.',
  },
  'too-many-requests': {
    status: 429,
    title: 'You sent too many requests',
    help: 'Wait as many seconds as Retry-After says.',
  },
};
// #endregion types

// #region problem
export class Problem extends Error {
  constructor(type, { detail, headers = {}, ...extensions } = {}) {
    const { status, title } = problemTypes[type];
    super(detail ?? title);
    this.status = status;
    this.headers = headers;
    const members = { type: site + type, title, status, detail };
    this.json = JSON.stringify({ ...members, ...extensions, ...members });
  }
}
// #endregion problem
