import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { readStored } from '#lib/browser/stored-state.ts';

const notePad = scriptPart(() => import('./note-pad.ts'));

/** The reader's notes on a topic's page. Their script is loaded when they are opened, or at once if there are any. */
class TopicNotes extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const { topic } = this.dataset;
    if (!topic) throw new Error('topic-notes needs data-topic.');
    const details = partOf<HTMLDetailsElement>(this, 'details');
    const open = () => void this.#open(topic, signal);
    if (details.open || readStored('wayline:notes')?.includes(`"${topic}`)) open();
    else details.addEventListener('toggle', open, { signal, once: true });
  }

  async #open(topic: string, signal: AbortSignal): Promise<void> {
    const part = await notePad.load();
    if (!signal.aborted) part?.openNotes(this, { topic, signal });
  }
}

customElements.define('topic-notes', TopicNotes);
