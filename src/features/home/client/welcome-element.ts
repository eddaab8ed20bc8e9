import { LiveElement } from '#lib/browser/live-element.ts';
import { scriptPart } from '#lib/browser/script-part.ts';

const welcome = scriptPart(() => import('./welcome-back.ts'));

/** The start page of someone who was here before; the script in the head has said so before the first paint. */
class WelcomeBack extends LiveElement {
  protected connected(signal: AbortSignal): void {
    if (!('returning' in document.documentElement.dataset)) return;
    void welcome.load().then((part) => part?.openWelcome(this, signal));
  }
}

customElements.define('welcome-back', WelcomeBack);
