/** What is loaded when a reader reaches for an element. */
export interface Opener {
  /**
   * Takes the element over until the signal aborts.
   * @param isStarted whether the reader has pressed the start button already.
   */
  open(element: HTMLElement, options: { readonly signal: AbortSignal; readonly isStarted: boolean }): void;
}

/**
 * Defines an element whose script is loaded on intent: at the first press of its `[data-start]`, or at once where
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
      const open = (isStarted: boolean) => {
        waiting.abort();
        load()
          .then((opener) => !signal.aborted && opener.open(this, { signal, isStarted }))
          .catch((error: unknown) => this.#fail(error));
      };
      if (isWanted()) {
        open(false);
        return;
      }
      const hint = () => void load().catch(() => {});
      start.addEventListener('pointerenter', hint, { signal: waiting.signal, once: true });
      start.addEventListener('focus', hint, { signal: waiting.signal, once: true });
      start.addEventListener('click', () => open(true), { signal: waiting.signal });
      const fields = this.querySelector('[data-deck]');
      fields?.removeAttribute('disabled');
      fields?.addEventListener('change', () => open(false), { signal: waiting.signal, once: true });
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
