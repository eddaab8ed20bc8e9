import type { Role } from '../corpus.ts';
import { getContent, toPageRef } from './site-content.ts';

/** The table of pay by level and then by role, one row for each statement of a document. */
export function payRows() {
  return [...byLevel(), ...byRole()];
}

function byLevel() {
  const { corpus, sourceRef } = getContent();
  return corpus.careerFacts.map(({ label, pay, experience, country, source }) => ({
    who: experience ? `${label}, ${experience}` : label,
    address: undefined,
    pay,
    country,
    source: sourceRef(source),
    rating: '',
  }));
}

function byRole() {
  const { corpus, sourceRef } = getContent();
  const roles = corpus.role.toSorted((a, b) => a.data.title.localeCompare(b.data.title));
  return roles.flatMap((entry) =>
    entry.data.salary
      .filter(({ level }) => level === undefined)
      .map(({ low, high, region, source }) => ({
        who: entry.data.title,
        address: toPageRef(entry).address,
        pay: `$${low}K-$${high}K`,
        country: region,
        source: sourceRef(source),
        rating: ratingOf(entry.data),
      })),
  );
}

/** What the documents say of the demand for a role. */
function ratingOf({ demand, growth }: Role): string {
  const fifths = demand.map(({ outOfFive }) => `${outOfFive}/5`).join(' and ');
  return [fifths && `demand ${fifths}`, ...growth.map(({ text }) => `growth ${text}`)].filter(Boolean).join(', ');
}
