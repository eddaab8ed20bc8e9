import { createHash } from 'node:crypto';

export const hashPassword = (password) => createHash('sha256').update(password).digest('hex');

export const checkPassword = (password, stored) => hashPassword(password) === stored;

export const needsRehash = () => false;
