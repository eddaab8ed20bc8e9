import { createHash, randomBytes } from 'node:crypto';

export const newToken = () => randomBytes(32).toString('base64url');

/** What's stored of a token. It's random, so a fast hash is enough. */
export const hashToken = (token) => createHash('sha256').update(token).digest();
