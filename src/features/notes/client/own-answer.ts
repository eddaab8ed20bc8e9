import { LiveElement } from '#lib/browser/live-element.ts';
import { addressedElement } from '#lib/browser/part-of.ts';
import { answerKey } from '../notes.ts';
import { openField } from './note-pad.ts';

/** The reader's own answer to a question, before they look at the page's. */
class OwnAnswer extends LiveElement {
  protected connected(signal: AbortSignal): void {
    openField(this, { key: answerKey(this.dataset['question'] ?? ''), signal: signal });
    revealTarget();
  }
}

/** Opens the answer where the address leads into it; not every browser does so by itself. */
function revealTarget(): void {
  const target = addressedElement();
  const closed = target?.closest('details:not([open])');
  if (!closed) return;
  closed.setAttribute('open', '');
  target?.scrollIntoView();
}

customElements.define('own-answer', OwnAnswer);
