import { copyText } from '#lib/browser/clipboard.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { maxShared, readFragment, toFragment } from '../attempt-link.ts';
import type { CodeField } from './code-field.ts';
import type { KeptCode } from './kept-code.ts';

interface SharedOptions {
  readonly id: string;
  readonly field: CodeField;
  readonly kept: KeptCode;
  readonly signal: AbortSignal;
}

/** Puts the reader's attempt into the address, and shows someone else's from an address. */
export class SharedAttempt {
  readonly #element: HTMLElement;
  readonly #options: SharedOptions;
  #foreign: string | undefined;

  constructor(element: HTMLElement, options: SharedOptions) {
    this.#element = element;
    this.#options = options;
    addEventListener('hashchange', () => void this.open(), { signal: options.signal });
    partOf(element, '[data-use]').onclick = () => this.#use();
  }

  /** Whether the editor holds someone else's code unchanged. */
  get isForeign(): boolean {
    return this.#foreign === this.#options.field.text;
  }

  async share(): Promise<void> {
    const { id, field } = this.#options;
    const fragment = await toFragment(id, field.text);
    if (fragment === undefined) {
      this.#say(`Your code is too long for a link: ${maxShared.toLocaleString('en')} bytes fit. Share it as a file.`);
      return;
    }
    history.replaceState(history.state, '', fragment);
    const isCopied = await copyText(location.href);
    this.#say(`${isCopied ? 'Link copied.' : 'The link is in the address bar.'} Your code is only in the link.`);
  }

  /** Shows the attempt in the address. Nothing runs, and the reader's own code stays in the editor. */
  async open(): Promise<void> {
    const { id, field, kept } = this.#options;
    const attempt = await readFragment(id, location.hash);
    if (!attempt) return;
    if ('error' in attempt) this.#say(attempt.error);
    else if (attempt.code !== field.text) {
      this.#foreign = attempt.code;
      if (kept.isOwn) this.#say('This link holds someone else’s attempt. Your own code is still in the editor.', true);
      else {
        field.text = attempt.code;
        void field.open();
        this.#say('This is someone else’s attempt, from a link. It runs when you press Run.');
      }
    }
  }

  /** Removes the attempt from the address, which no longer matches the editor. */
  changed(): void {
    if (location.hash.startsWith('#attempt='))
      history.replaceState(history.state, '', location.pathname + location.search);
  }

  #use(): void {
    this.#options.kept.putBeside(this.#foreign ?? '');
    this.#say('Someone else’s attempt is in the editor. Yours is kept as the other version.');
    partOf(this.#element, '[data-text]').focus();
  }

  #say(text: string, isQuestion = false): void {
    this.#element.hidden = false;
    partOf(this.#element, '[data-text]').textContent = text;
    partOf(this.#element, '[data-code]').textContent = this.#foreign ?? '';
    for (const part of ['[data-code]', '[data-use]']) partOf(this.#element, part).hidden = !isQuestion;
  }
}
