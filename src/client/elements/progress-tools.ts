import { type Marks, stateOf, states, stateWords } from '#domain/progress/progress.ts';
import { encodeShared } from '#domain/progress/share-link.ts';
import { copyText } from '../clipboard.ts';
import { offerFile } from '../offer-file.ts';
import { buildGroup, buildItem } from '../progress/draw-lists.ts';
import type { ListedTopic } from '../progress/exchange.ts';
import { readImport, sharedInAddress, unreadable } from '../progress/exchange.ts';
import { exportText, forgetProgress, takeIn, watchProgress } from '../progress/store.ts';
import { readStored } from '../storage.ts';

/** The largest file that is read. */
const mostBytes = 16_000_000;

/** What is loaded only for readers who have practiced, or whose file holds practice. */
const loadPractice = () => import('../practice/exchange.ts');

const hasPracticed = () => readStored('wayline:practice') !== undefined;

/** The progress page: marks by state, export, import, sharing by link, and what a shared link holds. */
class ProgressTools extends HTMLElement {
  #listening = new AbortController();
  #marks: Marks = new Map();
  #topics: readonly ListedTopic[] = [];

  connectedCallback(): void {
    this.#topics = JSON.parse(this.#part('[data-topics]').textContent);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = (selector: string, event: string, act: () => unknown) =>
      this.#part(selector).addEventListener(event, () => void act(), { signal });
    on('[data-export]', 'click', () => this.#export());
    on('[data-import]', 'change', () => this.#import());
    on('[data-share]', 'click', () => this.#share());
    on('[data-forget]', 'click', () => this.#forget());
    on('[data-take-in]', 'click', () => this.#takeShared());
    on('[data-dismiss]', 'click', () => this.#closeShared());
    addEventListener('hashchange', () => this.#showShared(), { signal });
    watchProgress((marks) => this.#show(marks), signal);
    this.#showShared();
    if (hasPracticed())
      void loadPractice().then(({ watchCounts }) => watchCounts(this.#part('[data-practice]'), signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (!part) throw new Error(`progress-tools needs ${selector}.`);
    return part;
  }

  #say(text: string): void {
    this.#part('[data-said]').textContent = text;
  }

  #show(marks: Marks): void {
    this.#marks = marks;
    const groups = states.map((state) => ({
      state,
      topics: this.#topics.filter(({ id }) => stateOf(marks, id) === state),
    }));
    this.#part('[data-lists]').replaceChildren(...groups.filter(({ topics }) => topics.length > 0).map(buildGroup));
    this.#part('[data-empty]').hidden = groups.some(({ topics }) => topics.length > 0);
  }

  async #export(): Promise<void> {
    const practice = hasPracticed() ? (await loadPractice()).practiceToExport() : undefined;
    offerFile(exportText(practice), 'wayline-progress.json');
    this.#say('Exported as wayline-progress.json.');
  }

  async #import(): Promise<void> {
    const input = this.#part('[data-import]') as HTMLInputElement;
    const [file] = input.files ?? [];
    if (!file) return;
    const text = file.size > mostBytes ? undefined : await file.text().catch(() => undefined);
    const read = text === undefined ? unreadable : readImport(text, this.#marks);
    input.value = '';
    if (read.marks) await takeIn(read.marks);
    const { practice } = read;
    const more =
      practice === undefined ? '' : await loadPractice().then(({ importPractice }) => importPractice(practice));
    this.#say([read.words, more].filter(Boolean).join(' '));
  }

  async #share(): Promise<void> {
    const address = `${location.origin}${location.pathname}#shared=${encodeShared(this.#marks, this.#topics)}`;
    this.#say((await copyText(address)) ? 'The link was copied.' : address);
  }

  async #forget(): Promise<void> {
    if (!confirm('Forget all marks and practice in this browser? Export them first if you may want them back.')) return;
    forgetProgress();
    if (hasPracticed()) (await loadPractice()).forgetPractice();
    this.#say('All marks and practice are forgotten.');
  }

  #showShared(): void {
    const shared = sharedInAddress(location.hash, this.#topics);
    this.#part('[data-shared]').hidden = shared === undefined;
    if (!shared) return;
    const topics = this.#topics.filter(({ id }) => shared.marks?.has(id));
    this.#part('[data-shared-text]').textContent = shared.words;
    this.#part('[data-shared-list]').replaceChildren(
      ...topics.map((topic) => buildItem(topic, stateWords[stateOf(shared.marks ?? new Map(), topic.id)])),
    );
    this.#part('[data-take-in]').hidden = topics.length === 0;
  }

  async #takeShared(): Promise<void> {
    const shared = sharedInAddress(location.hash, this.#topics);
    if (shared?.marks) await takeIn(shared.marks);
    this.#closeShared();
    this.#say('The shared marks were added to yours.');
  }

  #closeShared(): void {
    history.replaceState(null, '', location.pathname);
    this.#part('[data-shared]').hidden = true;
  }
}

customElements.define('progress-tools', ProgressTools);
