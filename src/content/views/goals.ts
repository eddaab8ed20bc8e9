import type { Goal } from '../corpus.ts';
import { linksTo, type PageLink } from './links.ts';
import { getContent } from './site-content.ts';

/** What someone comes to the site for, and where to begin. */
export interface GoalCard {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The best place to begin first. */
  readonly leads: readonly PageLink[];
  readonly onHome: boolean;
}

/** The goals of content/goals.yaml. */
export function goalCards(): readonly GoalCard[] {
  return getContent().corpus.goals.map(toCard);
}

function toCard({ id, title, text, leads, onHome }: Goal): GoalCard {
  return { id, title, text, leads: linksTo(leads), onHome };
}
