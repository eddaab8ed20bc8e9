import { LiveElement } from '#lib/browser/live-element.ts';
import { stateOf, stateWords } from '../progress.ts';
import { progress } from './progress-store.ts';

/** Shows the reader's marks on the stops of a map, by shape, color and name. */
class MapMarks extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const stops = [...this.querySelectorAll<SVGElement>('a[data-topic]')];
    const labels = new Map(stops.map((stop) => [stop, stop.getAttribute('aria-label')]));
    progress.watch((marks) => {
      for (const stop of stops) {
        const label = labels.get(stop);
        const state = stateOf(marks, stop.dataset['topic'] ?? '');
        stop.dataset['state'] = state;
        const name = label ?? stop.textContent.trim();
        if (state !== 'none') stop.setAttribute('aria-label', `${name}: ${stateWords[state].toLowerCase()}`);
        else if (label) stop.setAttribute('aria-label', label);
        else stop.removeAttribute('aria-label');
      }
    }, signal);
    const fade = ({ target }: Event) => {
      const line = target instanceof Element ? target.closest<SVGElement>('.map-line')?.dataset['roadmap'] : undefined;
      for (const stop of stops)
        stop.toggleAttribute('data-off', line !== undefined && !stop.dataset['roadmaps']?.split(' ').includes(line));
    };
    for (const type of ['pointerover', 'pointerleave', 'focusin', 'focusout'])
      this.addEventListener(type, fade, { signal });
  }
}

customElements.define('map-marks', MapMarks);
