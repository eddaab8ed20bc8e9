import { countStops, hoursWords, travelledStops } from '../progress.ts';
import { readStops } from '../stop-text.ts';
import { watchProgress } from './progress-store.ts';

/** How far a reader is on a line: a bar, the stops done, the hours left. */
class LineProgress extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const bar = this.querySelector('progress');
    const done = this.querySelector('[data-done]');
    const left = this.querySelector('[data-left]');
    if (!bar || !done) throw new Error('line-progress needs a progress element and a [data-done].');
    const trunk = readStops(this.dataset['stops'] ?? '');
    const branches = (this.dataset['branches'] ?? '').split('|').filter(Boolean).map(readStops);
    this.#listening = new AbortController();
    watchProgress((marks) => {
      const count = countStops(travelledStops(trunk, { branches, marks }), marks);
      bar.max = Math.max(1, count.total);
      bar.value = count.done;
      done.textContent = `${count.done} of ${count.total} written stops done`;
      if (left) left.textContent = hoursWords(count);
    }, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('line-progress', LineProgress);
