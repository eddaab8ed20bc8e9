import { countText } from '#lib/wording.ts';
import type { Role } from '../corpus.ts';
import type { Lead } from './links.ts';
import { getCurriculum, type SourceRef } from './site-content.ts';

/** One statement of one source. Conflicting ones stand side by side; none is merged. */
export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly note: string | undefined;
  readonly source: SourceRef;
  /** Pages of the site where the matter is taught. */
  readonly leads?: readonly Lead[];
}

const levelNames = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', staff: 'Staff/Principal' } as const;

/** Figures about pay, demand and the way into a role. */
export function roleFigures(role: Role): Figure[] {
  return [
    ...role.salary.map(({ low, high, open, level, experience, region, note, source }) => ({
      what: level ? `Salary, ${levelNames[level]}` : 'Salary',
      value: `$${low}K-$${high}K${open ? '+' : ''}`,
      note: [experience, region, note].filter(Boolean).join(', ') || undefined,
      source: getCurriculum().sourceRef(source),
    })),
    ...role.demand.map(({ outOfFive, note, source }) => textFigure('Demand', { text: `${outOfFive}/5`, note, source })),
    ...role.growth.map((item) => textFigure('Growth', item)),
    ...role.companies.map(({ names, source }) => textFigure('Companies', { text: names.join(', '), source })),
    ...role.durations.map(durationFigure),
  ];
}

type Sourced = { readonly text: string; readonly note?: string | undefined; readonly source: string };

function textFigure(what: string, { text, note, source }: Sourced): Figure {
  return { what, value: text, note, source: getCurriculum().sourceRef(source) };
}

function durationFigure({ min, max, unit, basis, source }: Role['durations'][number]): Figure {
  const singular = unit.slice(0, -1);
  const value =
    max === undefined ? `${min}+ ${unit}` : min === max ? countText(min, singular) : `${min}-${max} ${unit}`;
  return textFigure('Duration', { text: value, note: basis, source });
}
