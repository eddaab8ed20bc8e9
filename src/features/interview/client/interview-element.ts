import { LiveElement } from '#lib/browser/live-element.ts';
import { openPreparation } from './interview-prep.ts';

/** Today's set of an interview preparation. */
class InterviewPrep extends LiveElement {
  protected connected(signal: AbortSignal): void {
    void openPreparation(this, signal);
  }
}

customElements.define('interview-prep', InterviewPrep);
