import { redeem } from './one-time.js';
import { checkTotp } from './totp.js';

/** Six digits from the app, or a recovery code. */
export async function checkSecondFactor(db, member, typed) {
  const digits = typed.replace(/\s/g, '');
  if (/^\d{6}$/.test(digits)) return checkTotp(db, member.id, digits);
  return (await redeem(db, 'recovery', typed, member.id)) === member.id;
}
