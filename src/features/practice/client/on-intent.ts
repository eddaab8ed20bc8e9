/** What is loaded when a reader reaches for an element. */
export interface Opener {
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
export function defineOnIntent(
  tag: string,
  { load, isWanted }: { load: () => Promise<Opener>; isWanted: () => boolean },
): void {
  class OnIntent extends HTMLElement {
    #listening = new AbortController();

    connectedCallback(): void {
      this.#listening = new AbortController();
      const { signal } = this.#listening;
      const start = this.querySelector('[data-start]');
      if (!start) throw new Error(`${tag} needs a [data-start].`);
      const waiting = new AbortController();
      let isStarted = false;
      const open = () => {
        load()
          .then((opener) => {
            if (!waiting.signal.aborted && !signal.aborted) opener.open(this, { signal, isStarted });
            waiting.abort();
          })
          .catch((error: unknown) => this.#fail(error));
      };
      const openStarted = () => {
        isStarted = true;
        open();
      };
      start.addEventListener('click', openStarted, { signal: waiting.signal });
      if (isWanted()) {
        open();
        return;
      }
      const hint = () => void load().catch(() => {});
      start.addEventListener('pointerenter', hint, { signal: waiting.signal, once: true });
      start.addEventListener('focus', hint, { signal: waiting.signal, once: true });
      this.querySelector('[data-deck]')?.removeAttribute('disabled');
      this.addEventListener('change', open, { signal: waiting.signal, once: true });
      // Opening a <details> is a wish to use what is in it; the event does not bubble.
      this.addEventListener('toggle', open, { signal: waiting.signal, once: true, capture: true });
    }

    disconnectedCallback(): void {
      this.#listening.abort();
    }

    /** A page of an older build may ask for a file that is gone, or the reader is offline. */
    #fail(error: unknown): void {
      const said = this.querySelector('[data-said]');
      if (said) said.textContent = 'This could not be loaded. Reload the page when you are online.';
      throw error;
    }
  }
  customElements.define(tag, OnIntent);
}
