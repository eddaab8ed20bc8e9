import { watchProgress } from '#features/progress/client/index.ts';
import { readNodes } from '../prerequisite-path.ts';
import { topicsWithoutStudy } from './topics-without-study.ts';

/** A sentence that follows the reader's progress. */
export abstract class ProgressSentence extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const nodes = readNodes(this.dataset['nodes'] ?? '');
    watchProgress((marks) => this.say(nodes, topicsWithoutStudy(marks)), this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  protected abstract say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void;
}
