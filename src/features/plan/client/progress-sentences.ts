import { progress } from '#features/progress/client/index.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { countText } from '#lib/wording.ts';
import { leftText, leftTo, readNodes, topicsWithoutStudy } from '../prerequisite-path.ts';

/** A sentence that changes with the reader's progress. */
abstract class ProgressSentence extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const nodes = readNodes(this.dataset['nodes'] ?? '');
    progress.watch((marks) => this.say(nodes, topicsWithoutStudy(marks)), signal);
  }

  protected abstract say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void;
}

/** On a topic's page: what the reader still has to learn first. */
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

/** On a role's page: what the reader still has to learn for it. */
class RoleLeft extends ProgressSentence {
  protected say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void {
    const places = (this.dataset['targets'] ?? '').split(' ');
    const targets = places.flatMap((place) => nodes[Number(place || -1)]?.id ?? []);
    this.textContent = leftText(this.dataset['role'] ?? '', leftTo(nodes, { targets, known }));
  }
}

customElements.define('path-note', PathNote);
customElements.define('role-left', RoleLeft);
