import { download } from '#lib/browser/download.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { StateError } from '#lib/browser/stored-state.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import { maxCode, withCode, withVersions } from '../lab-work.ts';
import { labWork } from './work-store.ts';

/** How long a reader has to pause before the code is stored, in milliseconds. */
const pause = 400;

const words = {
  blocked:
    'Your browser does not let this site store anything. Your code and the labs you pass only last until you leave this page.',
  full: 'Your browser’s storage is full. Your code and the labs you pass only last until you leave this page.',
  corrupt:
    'Your stored work on labs could not be read. It was set aside, not deleted (see “My progress”). New work is stored.',
  partly:
    'Some of your stored work on labs could not be read. It was set aside, not deleted (see “My progress”). All other work is in use.',
  stuck:
    'Some of your stored work on labs could not be read, and there is no room to set it aside. New work only lasts until you leave this page.',
  future:
    'Your work on labs was stored by a newer version of this site. Reload the page to use it; until then, nothing is stored.',
} as const satisfies Record<StateError, string>;

const tooLong = `Code of more than ${maxCode.toLocaleString('en')} characters is not stored. What was stored before stays.`;

const twoVersions = 'There is another version of this code, from another tab or a link. Both versions are kept.';

/** Where a tab keeps the code of a lab that came back for review today. The next review begins from the starter. */
const reviewKey = (id: string) => `wayline:review:${id}:${new Date().toDateString()}`;

interface CodeOptions {
  readonly id: string;
  /** Where the code is written. */
  readonly field: { text: string };
  /** The code that the lab begins with, which is stored as nothing. */
  readonly starter: string;
  readonly file: string;
  /** In a review, code stays in this tab: what was stored before is not replaced. */
  readonly isReview: boolean;
  readonly signal: AbortSignal;
}

/**
 * Stores the code of a lab while the reader writes, and says on the page when that fails or another tab writes too. The
 * code can always be downloaded.
 */
export class KeptCode {
  readonly #element: HTMLElement;
  readonly #options: CodeOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the stored code that this tab knows was written. */
  #base: number;
  /** The message about damaged data, kept for the visit. */
  #damage = '';

  /** Puts what is stored into the field. */
  constructor(element: HTMLElement, options: CodeOptions) {
    const { id, field, file, isReview, signal } = options;
    const work = labWork.value.get(id);
    this.#element = element;
    this.#options = options;
    this.#base = work?.at ?? 0;
    const code = isReview ? readTabValue(reviewKey(id)) : work?.code;
    if (code) field.text = code;
    const press = (selector: string, act: () => void) =>
      partOf(element, selector).addEventListener('click', act, { signal });
    press('[data-switch]', () => this.#choose({ code: this.#other(), other: this.#stored() }));
    press('[data-keep-mine]', () => this.#choose({ code: this.#stored(), other: '' }));
    press('[data-download]', () => download(field.text, { name: file, type: 'text/plain' }));
    addEventListener('pagehide', () => this.save(), { signal });
    labWork.watch(() => this.#show(), signal);
  }

  /** Whether the reader has written something that is not the starter. */
  get isOwn(): boolean {
    return this.#stored() !== '';
  }

  /** The reader has written something. */
  changed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), pause);
  }

  /** Stores what is not stored yet. */
  save(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { id, isReview } = this.#options;
    if (isReview) {
      writeTabValue(reviewKey(id), this.#stored());
      return;
    }
    const base = this.#base;
    void labWork.change((work) => withCode(work, id, { code: this.#stored(), at: Date.now(), base }));
    this.#know();
  }

  /** Switches to other code, and keeps the current code as the other version. */
  putBeside(code: string): void {
    this.#choose({ code, other: this.#stored() });
  }

  /** The code as it is stored. */
  #stored(): string {
    const { field, starter } = this.#options;
    return field.text === starter ? '' : field.text;
  }

  /** The other version of the code, or an empty string. */
  #other(): string {
    if (this.#options.isReview) return '';
    const work = labWork.value.get(this.#options.id);
    const isNews = work && work.at !== this.#base && work.code !== this.#stored();
    return (isNews ? work.code : work?.other) ?? '';
  }

  #choose({ code, other }: { readonly code: string; readonly other: string }): void {
    const { id, field, starter } = this.#options;
    void labWork.change((work) => withVersions(work, id, { code, at: Date.now(), other }));
    this.#know();
    if (code !== this.#stored()) field.text = code || starter;
    this.#show();
  }

  #know(): void {
    this.#base = labWork.value.get(this.#options.id)?.at ?? 0;
    this.#show();
  }

  #show(): void {
    const { error } = labWork;
    if (error === 'corrupt' || error === 'partly') this.#damage = words[error];
    const errorText = error ? words[error] : this.#options.field.text.length > maxCode ? tooLong : this.#damage;
    const hasOther = this.#other() !== '';
    const text = [errorText, hasOther ? twoVersions : ''].filter(Boolean).join(' ');
    this.#element.hidden = text === '';
    partOf(this.#element, '[data-text]').textContent = text;
    for (const selector of ['[data-switch]', '[data-keep-mine]']) partOf(this.#element, selector).hidden = !hasOther;
  }
}
