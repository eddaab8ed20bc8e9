import { firstView } from '#lib/browser/first-view.ts';
import { type State, stateOf, stateWords } from '../progress.ts';
import { watchProgress } from './progress-store.ts';
import { openStateMenu } from './state-menu.ts';

/** The symbol of a stop: shows the topic's state, and opens the menu to change it. */
class TopicMark extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const { topic, title } = this.dataset;
    const symbol = this.querySelector('.stop-symbol');
    if (!symbol) throw new Error('topic-mark needs a .stop-symbol.');
    if (!topic || !title) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const button = this.querySelector('button') ?? wrapInButton(symbol);
    button.addEventListener('click', () => openStateMenu(button, { topic, title }), { signal });
    watchProgress((marks) => this.#show(button, { title, state: stateOf(marks, topic) }), signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(button: HTMLButtonElement, { title, state }: { title: string; state: State | 'none' }): void {
    this.dataset['state'] = state;
    button.setAttribute('aria-label', `${title}: ${stateWords[state].toLowerCase()}. Change`);
  }
}

function wrapInButton(symbol: Element): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'stop-button';
  button.setAttribute('aria-haspopup', 'menu');
  symbol.replaceWith(button);
  button.append(symbol);
  return button;
}

// A roadmap has a hundred and more: they come behind the first view, which shows their symbols.
void firstView.then(() => customElements.define('topic-mark', TopicMark));
