import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countStops } from '../progress.ts';
import { progress } from './progress-store.ts';
import { openPath } from './study-choices.ts';

/** Shows how far a reader is on a roadmap: a bar, and the number of topics done. */
class LineProgress extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const bar = partOf<HTMLProgressElement>(this, 'progress');
    const words = partOf(this, '[data-done]');
    const pathWith = openPath(this);
    progress.watch((marks) => {
      const { done, total } = countStops(pathWith(marks).stops, marks);
      bar.max = Math.max(1, total);
      bar.value = done;
      words.textContent = `${done} of ${total} topics done`;
    }, signal);
  }
}

customElements.define('line-progress', LineProgress);
