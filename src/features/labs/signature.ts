import { hashOf } from '#lib/hash.ts';
import type { CheckResult } from './runner/protocol.ts';

/** How a run failed, in a few characters: the checks that failed and what each said, wherever the line stands that it names. */
export function signatureOf(checks: readonly CheckResult[]): string {
  const failed = checks
    .filter(({ passed }) => !passed)
    .map(({ name, message }) => `${name}\n${message.replace(/\bat line \d+/u, 'at line')}\n`);
  return hashOf(failed.join('')).toString(36);
}
