import type { Goal } from '../corpus.ts';
import { linksTo, type PageLink } from './links.ts';
import { getContent } from './site-content.ts';

/** What someone comes to the site for, and where to begin. */
interface GoalCard extends Omit<Goal, 'leads'> {
  /** The best place to begin first. */
  readonly leads: readonly PageLink[];
}

/** The goals of content/goals.yaml. */
export function goalCards(): readonly GoalCard[] {
  return getContent().corpus.goals.map((goal) => ({ ...goal, leads: linksTo(goal.leads) }));
}
