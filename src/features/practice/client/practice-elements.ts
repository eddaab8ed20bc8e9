import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { type ScriptPart, scriptPart } from '#lib/browser/script-part.ts';

/** Whether the reader has been here before, or came by an address that asks for something. */
const isWanted = () => location.search + location.hash !== '' || 'returning' in document.documentElement.dataset;

defineOnIntent('practice-room', { part: scriptPart(() => import('./room.ts')), isWanted });
defineOnIntent('mock-interview', { part: scriptPart(() => import('./mock.ts')), isWanted });
defineOnIntent('placement-test', { part: scriptPart(() => import('./placement.ts')), isWanted: () => false });

/** What is loaded when a reader reaches for an element. */
interface Opener {
  /**
   * Takes the element over until the signal aborts.
   * @param isStarted whether the reader has pressed the start button already.
   */
  open(element: HTMLElement, options: { readonly signal: AbortSignal; readonly isStarted: boolean }): void;
}

/**
 * Defines an element whose script is loaded on intent: when its controls are first used, or at once where
 * `isWanted` says that the reader has been here before or came by a link that asks for something.
 */
function defineOnIntent(tag: string, { part, isWanted }: { part: ScriptPart<Opener>; isWanted: () => boolean }): void {
  class OnIntent extends LiveElement {
    protected connected(signal: AbortSignal): void {
      const start = partOf<HTMLButtonElement>(this, '[data-start]');
      const waiting = new AbortController();
      let isStarted = false;
      const open = () => {
        void part.load().then((opener) => {
          if (!opener) return;
          if (!waiting.signal.aborted && !signal.aborted) opener.open(this, { signal, isStarted });
          waiting.abort();
        });
      };
      const openStarted = () => {
        isStarted = true;
        open();
      };
      start.addEventListener('click', openStarted, { signal: waiting.signal });
      // It is disabled in the HTML, so that no click is lost while this script is still loading.
      start.disabled = false;
      if (isWanted() || this.querySelector('details[open]')) {
        open();
        return;
      }
      for (const hint of ['pointerenter', 'focus'])
        start.addEventListener(hint, part.hint, { signal: waiting.signal, once: true });
      this.querySelector('[data-deck]')?.removeAttribute('disabled');
      this.addEventListener('change', open, { signal: waiting.signal, once: true });
      // Opening a <details> counts as use of what is in it; the event does not bubble.
      this.addEventListener('toggle', open, { signal: waiting.signal, once: true, capture: true });
    }
  }
  customElements.define(tag, OnIntent);
}
