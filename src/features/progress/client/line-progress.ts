import { LiveElement } from '#lib/browser/live-element.ts';
import { countStops, hoursWords, topicsOnPath } from '../progress.ts';
import { readBranches, readStops } from '../stop-text.ts';
import { watchProgress } from './progress-store.ts';
import { chosenBranch } from './study-choices.ts';

/** How far a reader is on a line: a bar, the stops done, the hours left. */
class LineProgress extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const bar = this.querySelector('progress');
    const done = this.querySelector('[data-done]');
    const left = this.querySelector('[data-left]');
    if (!bar || !done) throw new Error('line-progress needs a progress element and a [data-done].');
    const trunk = readStops(this.dataset['stops'] ?? '');
    const choices = readBranches(this.dataset['branches'] ?? '');
    const branches = choices.map(({ stops }) => stops);
    const branch = chosenBranch(choices.map(({ id }) => id));
    const chosen = choices.findIndex(({ id }) => id === branch);
    watchProgress((marks) => {
      const count = countStops(topicsOnPath(trunk, { branches, marks, chosen }), marks);
      bar.max = Math.max(1, count.total);
      bar.value = count.done;
      done.textContent = `${count.done} of ${count.total} topics done`;
      if (left) left.textContent = hoursWords(count);
    }, signal);
  }
}

customElements.define('line-progress', LineProgress);
