import { generateKeyPair } from 'jose';

// The login server's keys and the gateway's keys. In production, each lives
// with its owner, and the others get only the public half, from a JWKS URL.
export const login = await generateKeyPair('ES256');
export const gateway = await generateKeyPair('ES256');
