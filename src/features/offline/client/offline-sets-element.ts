import { LiveElement } from '#lib/browser/live-element.ts';
import { openOfflineSets } from './offline-sets.ts';

/** The list of what can be kept offline. */
class OfflineSetsElement extends LiveElement {
  protected connected(signal: AbortSignal): void {
    void openOfflineSets(this, signal);
  }
}

customElements.define('offline-sets', OfflineSetsElement);
