import type { PageRef } from './curriculum.ts';
import { getCurriculum, toPageRef } from './curriculum.ts';
import { type Figure, roleFigures } from './figures.ts';

/** A role with everything that the sources state about pay, demand and time. */
export interface RoleMarket {
  readonly role: PageRef;
  readonly figures: readonly Figure[];
}

/** The market of every role, in the order of their titles. */
export function roleMarkets(): readonly RoleMarket[] {
  return getCurriculum()
    .corpus.role.map((entry) => ({ role: toPageRef(entry), figures: roleFigures(entry.data) }))
    .toSorted((a, b) => a.role.title.localeCompare(b.role.title));
}
