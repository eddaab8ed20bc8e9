import { partOf } from '#lib/browser/part-of.ts';
import { parseEdition, weightOf } from '../edition.ts';
import { isLabFiles, labFilesList } from '../lab-files.ts';
import { type CopyStatus, isNewEditionReady, isUnfinished } from '../status.ts';
import { faultText, labsWords, megabytesText, statusWords } from '../words.ts';
import { savesData, WorkerLink } from './worker-link.ts';

const nothing: CopyStatus = { isFetching: false };

/** The control of the offline copy: what it weighs, keeping, going on, showing a new edition, removing. */
export class CopyControl {
  readonly #root: HTMLElement;
  readonly #link: WorkerLink;
  readonly #base: string;
  #status = nothing;
  /** What labs take, in bytes, once it is known. */
  #labsWeight: number | undefined;

  constructor(root: HTMLElement, base: string) {
    this.#root = root;
    this.#base = base;
    this.#link = new WorkerLink(base);
  }

  async open(signal: AbortSignal): Promise<void> {
    if (!isSupported()) {
      this.#write('This browser can’t keep the site offline: it needs a current browser, outside a private window.');
      return;
    }
    const on = (button: string, act: () => Promise<void>) =>
      partOf(this.#root, `[data-${button}]`).addEventListener('click', () => void act(), { signal });
    on('keep', () => this.#keep());
    on('check', () => this.#check());
    on('show', () => this.#showNew());
    on('remove', () => this.#remove());
    on('keep-labs', () => this.#askFor('keep-labs'));
    on('remove-labs', () => this.#askFor('remove-labs'));
    void this.#weighLabs();
    this.#link.watch((status) => this.#draw(status), signal);
    const status = await this.#link.ask('status');
    if (!status?.kept && !status?.next) {
      await this.#offer();
      return;
    }
    this.#draw(status);
    if (!savesData()) await this.#link.ask('keep');
  }

  /** Before anything is asked for: what it would weigh. */
  async #offer(): Promise<void> {
    const text = await fetch(`${this.#base}offline/edition.json`)
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => undefined);
    const edition = parseEdition(text ?? '');
    partOf(this.#root, '[data-keep]').hidden = !edition;
    if (edition) this.#write(`${megabytesText(weightOf(edition.packs))} to download, and as much room on your device.`);
    else if (text === undefined) this.#write('You seem to be offline. Come back with a network to keep the site.');
    else this.#write('This site offers no offline copy at the moment.');
  }

  async #keep(): Promise<void> {
    this.#say('The download starts.');
    try {
      await this.#link.register();
    } catch {
      this.#say(
        'This browser does not let the site keep a copy, or the site’s worker did not answer. Nothing was kept.',
      );
      return;
    }
    // Asks the browser not to clear the copy when room gets short; it may refuse.
    void navigator.storage?.persist?.().catch(() => {});
    this.#draw({ ...this.#status, fault: undefined, isFetching: true });
    await this.#link.ask('keep');
  }

  async #askFor(request: 'keep-labs' | 'remove-labs'): Promise<void> {
    const status = await this.#link.ask(request);
    if (status) this.#draw(status);
  }

  async #weighLabs(): Promise<void> {
    const list: unknown = await fetch(this.#base + labFilesList)
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    if (!isLabFiles(list)) return;
    this.#labsWeight = list.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#drawLabs();
  }

  #drawLabs(): void {
    const { kept, labs, isFetching } = this.#status;
    partOf(this.#root, '[data-labs]').hidden = !kept;
    partOf(this.#root, '[data-labs-state]').textContent = labsWords(this.#status, this.#labsWeight);
    const isWhole = labs !== undefined && labs.bytes > 0 && labs.fetched >= labs.bytes;
    partOf(this.#root, '[data-keep-labs]').hidden = isWhole || isFetching || this.#labsWeight === undefined;
    partOf(this.#root, '[data-remove-labs]').hidden = !labs;
  }

  async #check(): Promise<void> {
    const before = this.#status.kept?.edition;
    this.#say('Looking for a new edition.');
    await this.#link.ask('keep');
    const settled = await this.#settled();
    const isSame = settled.kept?.edition === before && !settled.next;
    if (settled.fault) this.#say(faultText(settled));
    else if (isSame) this.#say('Your copy is the newest edition.');
  }

  async #settled(): Promise<CopyStatus> {
    for (;;) {
      const status = await this.#link.ask('status');
      if (!status?.isFetching) return status ?? nothing;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  async #showNew(): Promise<void> {
    await this.#link.ask('show');
    location.reload();
  }

  async #remove(): Promise<void> {
    const warning = 'You are offline. Without the copy no page of this site opens before you are online again.';
    if (!navigator.onLine && !confirm(`${warning} Remove it?`)) return;
    await this.#link.remove();
    this.#draw(nothing);
    await this.#offer();
    this.#say('The offline copy is removed. Your marks, plans and answers are as they were.');
  }

  #draw(status: CopyStatus): void {
    const { kept, next, isFetching } = status;
    const focused = document.activeElement;
    this.#announce(status);
    this.#status = status;
    if (kept || next) this.#write(statusWords(status));
    const bar = partOf<HTMLProgressElement>(this.#root, '[data-bar]');
    bar.hidden = !next || isNewEditionReady(status);
    if (next) {
      bar.max = next.bytes;
      bar.value = next.fetched;
    }
    const keep = partOf(this.#root, '[data-keep]');
    keep.hidden = kept !== undefined || isFetching;
    keep.textContent = isUnfinished(status) ? 'Go on with the download' : 'Keep this site offline';
    partOf(this.#root, '[data-show]').hidden = !isNewEditionReady(status);
    partOf(this.#root, '[data-check]').hidden = !kept || isFetching || isNewEditionReady(status);
    partOf(this.#root, '[data-remove]').hidden = !kept && !next;
    this.#drawLabs();
    // A button that goes away hands the focus to the words that say why.
    if (focused instanceof HTMLButtonElement && focused.hidden && this.#root.contains(focused))
      partOf(this.#root, '[data-state]').focus();
  }

  /** Says what changed for good; the steps of a download are on the screen only. */
  #announce(status: CopyStatus): void {
    const before = this.#status;
    const hasEnded = before.isFetching && !status.isFetching;
    if (status.fault && (hasEnded || status.fault !== before.fault)) this.#say(faultText(status));
    else if (status.isFetching && before.fault) this.#say('');
    else if (!hasEnded) return;
    else if (isNewEditionReady(status)) this.#say('A new edition of this site is ready.');
    else if (status.kept && !before.kept) this.#say('The whole site is kept. It opens without a network from now on.');
  }

  #write(text: string): void {
    partOf(this.#root, '[data-state]').textContent = text;
  }

  #say(text: string): void {
    partOf(this.#root, '[data-said]').textContent = text;
  }
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'DecompressionStream' in window && isSecureContext;
}
