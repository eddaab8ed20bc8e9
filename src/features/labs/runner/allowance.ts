import type { RunError, RunNews } from './protocol.ts';

/** The most characters of one run that reach the page. More would help no one and slow the page down. */
export const maxOutput = 100_000;

/** The most characters of what one check, or an error, says. */
const maxMessage = 4000;

/** More checks than any lab has. */
const maxChecks = 100;

type OtherMessage = { readonly type: 'ready' | 'done' | 'broken' | 'loaded' | 'ended' };

/**
 * How much one run may send. Engines keep to it themselves. The sandbox and the page count again, because a program may
 * have changed what its engine counts with.
 */
export class Allowance {
  /** With room for the note that it was cut. */
  #output = maxOutput + 1000;
  #checks = maxChecks;

  /** The error of a run that exceeds it. */
  readonly error: RunError = { message: 'The program sent more than the page can handle and was stopped.' };

  covers(message: RunNews | OtherMessage): boolean {
    if (message.type === 'output') {
      this.#output -= message.text.length;
      return this.#output >= 0;
    }
    if (message.type !== 'check') return true;
    this.#checks -= 1;
    return this.#checks >= 0 && message.result.message.length <= maxMessage;
  }
}

// Taken before a program could replace it.
const slice = Function.prototype.call.bind(String.prototype.slice) as (
  text: string,
  from: number,
  to: number,
) => string;

export const firstOf = (text: string, count: number) => slice(text, 0, count);

/** What a check or an error says, cut to a length that a page can show. */
export const short = (text: string) =>
  text.length > maxMessage ? `${firstOf(text, maxMessage - 100)}… (cut here: it has ${text.length} characters)` : text;
