/** The start page of someone who was here before; the script in the head has said so before the first paint. */
class WelcomeBack extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    if (!('returning' in document.documentElement.dataset)) return;
    void import('./welcome-back.ts').then(({ openWelcome }) => openWelcome(this, this.#listening.signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('welcome-back', WelcomeBack);
