import { build } from '#lib/browser/build.ts';
import { firstView } from '#lib/browser/first-view.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { isLearned, type State, stateOf, stateWords } from '../progress.ts';
import { doneMessage, toggleDone } from './finish-topic.ts';
import { progress } from './progress-store.ts';
import { openStateMenu } from './state-menu.ts';

/** The circle that shows the state of a topic. A tap marks it done; in the rows of a roadmap, `⋯` offers the other states. */
class TopicMark extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const { topic = '', title = '' } = this.dataset;
    const symbol = partOf(this, '.stop-symbol');
    const shown = this.dataset['readonly'] === undefined ? this.#openButton(symbol, { topic, title, signal }) : symbol;
    progress.watch((marks) => this.#show(shown, { title, state: stateOf(marks, topic) }), signal);
  }

  #openButton(
    symbol: Element,
    { topic, title, signal }: { topic: string; title: string; signal: AbortSignal },
  ): HTMLButtonElement {
    const button = this.querySelector('button') ?? wrapInButton(symbol);
    const roadmap = this.closest<HTMLElement>('[data-roadmap]')?.dataset['roadmap'];
    button.addEventListener('pointerenter', doneMessage.hint, { signal, once: true });
    button.addEventListener('click', () => void toggleDone(topic, roadmap), { signal });
    const row = this.closest('.stop');
    if (row && !row.querySelector('.stop-more')) row.append(buildMore({ topic, title }));
    return button;
  }

  #show(shown: Element, { title, state }: { title: string; state: State | 'none' }): void {
    this.dataset['state'] = state;
    const word = state === 'none' || state === 'done' ? '' : ` (${stateWords[state].toLowerCase()})`;
    if (shown instanceof HTMLButtonElement) {
      shown.setAttribute('aria-pressed', String(isLearned(state)));
      shown.setAttribute('aria-label', `Mark done: ${title}${word}`);
    } else if (state === 'none') {
      shown.removeAttribute('role');
      shown.setAttribute('aria-hidden', 'true');
    } else {
      shown.removeAttribute('aria-hidden');
      shown.setAttribute('role', 'img');
      shown.setAttribute('aria-label', stateWords[state]);
    }
  }
}

function wrapInButton(symbol: Element): HTMLButtonElement {
  const button = build('button', 'stop-button');
  button.type = 'button';
  symbol.replaceWith(button);
  button.append(symbol);
  return button;
}

function buildMore(topic: { topic: string; title: string }): HTMLButtonElement {
  const more = build('button', 'stop-more');
  more.type = 'button';
  more.setAttribute('aria-haspopup', 'menu');
  more.setAttribute('aria-label', `Learning, review later or skip: ${topic.title}`);
  more.addEventListener('click', () => openStateMenu(more, topic));
  return more;
}

// A roadmap has a hundred or more. They are set up after the first view, which already shows their symbols.
void firstView.then(() => customElements.define('topic-mark', TopicMark));
