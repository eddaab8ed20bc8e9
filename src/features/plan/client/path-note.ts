import { watchProgress } from '#features/progress/client/index.ts';
import { countText } from '#lib/wording.ts';
import { pathTo } from '../next.ts';
import { readNodes } from '../node-text.ts';
import { settledTopics } from './settled-topics.ts';

/** A line on a topic's page: how far it is from what the reader has marked. */
class PathNote extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const target = this.dataset['topic'];
    if (!target) throw new Error('path-note needs data-topic.');
    const nodes = readNodes(this.dataset['nodes'] ?? '');
    const halves = new Map(nodes.map((node) => [node.id, node.halves]));
    this.#listening = new AbortController();
    watchProgress((marks) => {
      const known = settledTopics(marks);
      this.hidden = known.has(target);
      const before = pathTo(nodes, { target, known }).filter((id) => id !== target);
      const hours = Math.round(before.reduce((sum, id) => sum + (halves.get(id) ?? 0), 0) / 2);
      this.textContent =
        before.length > 0
          ? `You still need ${countText(before.length, 'topic')} first, about ${countText(hours, 'hour')}.`
          : 'You know what it builds on.';
    }, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('path-note', PathNote);
