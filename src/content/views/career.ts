import type { CareerFact } from '../corpus.ts';
import { leadsOf } from './links.ts';
import { getCurriculum, type PageRef, toPageRef } from './site-content.ts';
import { type Figure, roleFigures } from './stats.ts';

/** Figures and phrases about one matter, in the order of content/career.yaml. */
export interface CareerSection {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly figures: readonly Figure[];
}

const rungs = {
  junior: ['Junior', 'You finish small changes on your own and ask early when you are stuck.'],
  mid: ['Mid-level', 'You take a feature from the question to production, and your estimates hold.'],
  senior: ['Senior', 'You choose the approach for work that others depend on, and you see its failures coming.'],
  staff: ['Staff and principal', 'You decide what several teams build, and what no one builds.'],
} as const satisfies Record<NonNullable<CareerFact['level']>, readonly [string, string]>;

/** The rungs of the ladder with pay, experience and scope from every source that states them. */
export function careerLadder(): readonly CareerSection[] {
  const facts = getCurriculum().corpus.careerFacts.filter(({ group }) => group === 'ladder');
  return Object.entries(rungs).map(([level, [title, lead]]) => ({
    id: level,
    title,
    lead,
    figures: facts.filter((fact) => fact.level === level).map(toFigure),
  }));
}

const sections = {
  step: ['From rung to rung', 'Years that each step takes.'],
  market: ['The market as a whole', 'For backend work as a whole.'],
  specialization: ['Where it can lead', 'Careers that begin with backend work, and where to start on them here.'],
  portfolio: ['What to show', 'What convinces, and how to do it well.'],
} as const satisfies Record<Exclude<CareerFact['group'], 'ladder'>, readonly [string, string]>;

/** Everything else about careers. */
export function careerSections(): readonly CareerSection[] {
  const facts = getCurriculum().corpus.careerFacts;
  return Object.entries(sections).map(([id, [title, lead]]) => ({
    id,
    title,
    lead,
    figures: facts.filter(({ group }) => group === id).map(toFigure),
  }));
}

function toFigure({ label, text, basis, note, leads, source }: CareerFact): Figure {
  const remark = [basis, note].filter(Boolean).join('. ');
  return {
    what: label,
    value: text,
    note: remark || undefined,
    source: getCurriculum().sourceRef(source),
    leads: leadsOf(leads),
  };
}

/** A role with the figures of its market. */
export interface RoleMarket {
  readonly role: PageRef;
  readonly demand: readonly string[];
  readonly salary: readonly string[];
  readonly growth: readonly string[];
}

/** The market of every role, in the order of their titles; lists are empty where no source has a figure. */
export function roleMarkets(): readonly RoleMarket[] {
  return getCurriculum()
    .corpus.role.map((entry) => {
      const figures = roleFigures(entry.data);
      const textsOf = (what: string) =>
        figures
          .filter((figure) => figure.what === what)
          .map(({ value, note }) => (note ? `${value} (${note})` : value));
      return {
        role: toPageRef(entry),
        demand: textsOf('Demand'),
        salary: textsOf('Salary'),
        growth: textsOf('Growth'),
      };
    })
    .toSorted((a, b) => a.role.title.localeCompare(b.role.title));
}
