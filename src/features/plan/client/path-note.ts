import { countText } from '#lib/wording.ts';
import { leftTo, type readNodes } from '../prerequisite-path.ts';
import { ProgressSentence } from './progress-sentence.ts';

/** On a topic's page: how far it is from what the reader has marked. */
class PathNote extends ProgressSentence {
  protected say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void {
    const target = this.dataset['topic'] ?? '';
    this.hidden = known.has(target);
    const before = leftTo(nodes, { targets: nodes.find(({ id }) => id === target)?.prerequisites ?? [], known });
    const hours = Math.round(before.halfHours / 2);
    this.textContent =
      before.topics.length > 0
        ? `You still need ${countText(before.topics.length, 'topic')} first, about ${countText(hours, 'hour')}.`
        : 'You know what it builds on.';
  }
}

customElements.define('path-note', PathNote);
