import { scriptPart } from '#lib/browser/script-part.ts';

const welcome = scriptPart(() => import('./welcome-back.ts'));

/** The start page of someone who was here before; the script in the head has said so before the first paint. */
class WelcomeBack extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    if (!('returning' in document.documentElement.dataset)) return;
    void welcome.load().then((part) => part?.openWelcome(this, this.#listening.signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('welcome-back', WelcomeBack);
