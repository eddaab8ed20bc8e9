import { watchProgress } from '#features/progress/client/index.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { readNodes } from '../prerequisite-path.ts';
import { topicsWithoutStudy } from './topics-without-study.ts';

/** A sentence that follows the reader's progress. */
export abstract class ProgressSentence extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const nodes = readNodes(this.dataset['nodes'] ?? '');
    watchProgress((marks) => this.say(nodes, topicsWithoutStudy(marks)), signal);
  }

  protected abstract say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void;
}
