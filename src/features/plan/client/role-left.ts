import { leftText, leftTo, type readNodes } from '../prerequisite-path.ts';
import { ProgressSentence } from './progress-sentence.ts';

/** On a role's page: what is left to it. */
class RoleLeft extends ProgressSentence {
  protected say(nodes: ReturnType<typeof readNodes>, known: ReadonlySet<string>): void {
    const places = (this.dataset['targets'] ?? '').split(' ');
    const targets = places.flatMap((place) => nodes[Number(place || -1)]?.id ?? []);
    this.textContent = leftText(this.dataset['role'] ?? '', leftTo(nodes, { targets, known }));
  }
}

customElements.define('role-left', RoleLeft);
