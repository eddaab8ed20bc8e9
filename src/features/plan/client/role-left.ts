import { watchProgress } from '#features/progress/client/index.ts';
import { leftText, leftTo } from '../left.ts';
import { readNodes } from '../node-text.ts';
import { settledTopics } from './settled-topics.ts';

/** A line on a role's page: what is left to it from what the reader has marked. */
class RoleLeft extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const { role, nodes: text, targets: places } = this.dataset;
    if (!role) throw new Error('role-left needs data-role.');
    const nodes = readNodes(text ?? '');
    const targets = (places ?? '').split(' ').flatMap((place) => nodes[Number(place || -1)]?.id ?? []);
    this.#listening = new AbortController();
    watchProgress((marks) => {
      this.textContent = leftText(role, leftTo(nodes, { targets, known: settledTopics(marks) }));
    }, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('role-left', RoleLeft);
