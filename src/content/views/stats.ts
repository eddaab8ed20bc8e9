import { countText } from '#lib/wording.ts';
import type { Role } from '../corpus.ts';
import { getContent, type SourceRef } from './site-content.ts';

/** One statement of one source. Conflicting ones stand side by side; none is merged. */
interface Figure {
  readonly value: string;
  readonly note: string | undefined;
  readonly source: SourceRef;
}

/** What is stated of one matter, such as pay. */
export interface FigureGroup {
  readonly what: string;
  readonly figures: readonly Figure[];
}

const levelNames = { junior: 'Junior', mid: 'Mid-level', senior: 'Senior', staff: 'Staff/Principal' } as const;

/** Pay, demand, companies and the time to get there of a role, without what no source states. */
export function roleFigures({ salary, demand, companies, durations }: Role): FigureGroup[] {
  return [
    { what: 'Pay', figures: salary.map(payFigure) },
    { what: 'Demand', figures: demand.map(({ outOfFive, ...rest }) => toFigure({ value: `${outOfFive}/5`, ...rest })) },
    { what: 'Companies', figures: companies.map(({ names, source }) => toFigure({ value: names.join(', '), source })) },
    { what: 'Time', figures: durations.map(durationFigure) },
  ].filter(({ figures }) => figures.length > 0);
}

type Sourced = { readonly value: string; readonly note?: string | undefined; readonly source: string };

function toFigure({ value, note, source }: Sourced): Figure {
  return { value, note, source: getContent().sourceRef(source) };
}

function payFigure({ low, high, open, level, experience, region, note, source }: Role['salary'][number]): Figure {
  const band = `$${low}K-$${high}K${open ? '+' : ''}`;
  const value = level ? `${levelNames[level]} ${band}` : band;
  return toFigure({ value, note: [experience, region, note].filter(Boolean).join(', ') || undefined, source });
}

function durationFigure({ min, max, unit, basis, source }: Role['durations'][number]): Figure {
  const singular = unit.slice(0, -1);
  const value =
    max === undefined ? `${min}+ ${unit}` : min === max ? countText(min, singular) : `${min}-${max} ${unit}`;
  return toFigure({ value, note: basis, source });
}
