import { stateOf, stateWords } from '../progress.ts';
import { watchProgress } from './progress-store.ts';

/** A map of prerequisites: shows the reader's marks on its stops, in shape, color and name. */
class MapMarks extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const stops = [...this.querySelectorAll<SVGElement>('a[data-topic]')];
    watchProgress((marks) => {
      for (const stop of stops) {
        const state = stateOf(marks, stop.dataset['topic'] ?? '');
        stop.dataset['state'] = state;
        if (state === 'none') stop.removeAttribute('aria-label');
        else stop.setAttribute('aria-label', `${stop.textContent.trim()}: ${stateWords[state].toLowerCase()}`);
      }
    }, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('map-marks', MapMarks);
