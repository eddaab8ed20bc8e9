import { partOf } from '#lib/browser/part-of.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { readStored } from '#lib/browser/stored-state.ts';

const notePad = scriptPart(() => import('./note-pad.ts'));

/** A reader's notes on a topic's page. What shows them is loaded when they are opened, or at once where there are some. */
class TopicNotes extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const { topic } = this.dataset;
    if (!topic) throw new Error('topic-notes needs data-topic.');
    const details = partOf<HTMLDetailsElement>(this, 'details');
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const open = () => void this.#open(topic, signal);
    if (readStored('wayline:notes')?.includes(`"${topic}`)) open();
    else details.addEventListener('toggle', open, { signal, once: true });
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  async #open(topic: string, signal: AbortSignal): Promise<void> {
    const part = await notePad.load();
    if (!signal.aborted) part?.openNotes(this, { topic, signal });
  }
}

customElements.define('topic-notes', TopicNotes);
