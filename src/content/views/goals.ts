import type { Goal } from '../corpus.ts';
import { type Lead, leadsOf } from './links.ts';
import { getCurriculum } from './site-content.ts';

/** What someone comes to the site for, and where to begin. */
export interface GoalCard {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The best place to begin first. */
  readonly leads: readonly Lead[];
  readonly onHome: boolean;
}

/** The goals of content/goals.yaml. */
export function goalCards(): readonly GoalCard[] {
  return getCurriculum().corpus.goals.map(toCard);
}

function toCard({ id, title, text, leads, onHome }: Goal): GoalCard {
  return { id, title, text, leads: leadsOf(leads), onHome };
}
