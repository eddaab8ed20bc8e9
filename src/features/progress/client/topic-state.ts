import { type State, stateOf } from '../progress.ts';
import { markTopic, watchProgress } from './progress-store.ts';

/** The row of states on a topic's page. */
class TopicState extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const { topic } = this.dataset;
    const fieldset = this.querySelector('fieldset');
    const inputs = [...this.querySelectorAll<HTMLInputElement>('input[type="radio"]')];
    if (!topic || !fieldset || inputs.length === 0)
      throw new Error('topic-state needs data-topic and a fieldset of radio buttons.');
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener(
      'change',
      (event) => {
        if (event.target instanceof HTMLInputElement) void markTopic(topic, event.target.value as State | 'none');
      },
      { signal },
    );
    watchProgress((marks) => {
      for (const input of inputs) input.checked = input.value === stateOf(marks, topic);
    }, signal);
    fieldset.disabled = false;
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('topic-state', TopicState);
