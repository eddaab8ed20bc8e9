/** A custom element whose listeners and subscriptions end when it leaves the page. */
export abstract class LiveElement extends HTMLElement {
  #controller = new AbortController();

  /**
   * Runs each time the element enters a page.
   * @param signal aborts when the element leaves it.
   */
  protected abstract connected(signal: AbortSignal): void;

  connectedCallback(): void {
    this.#controller = new AbortController();
    this.connected(this.#controller.signal);
  }

  disconnectedCallback(): void {
    this.#controller.abort();
  }
}
