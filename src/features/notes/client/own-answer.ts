import { LiveElement } from '#lib/browser/live-element.ts';
import { openAddressed } from '#lib/browser/part-of.ts';
import { answerKey } from '../notes.ts';
import { openField } from './note-pad.ts';

/** The field for the reader's own answer to a question, to fill in before looking at the page's. */
class OwnAnswer extends LiveElement {
  protected connected(signal: AbortSignal): void {
    openField(this, { key: answerKey(this.dataset['question'] ?? ''), signal });
    openAddressed(document.body);
  }
}

customElements.define('own-answer', OwnAnswer);
