import { anchorOf } from '../anchor.ts';
import type { Disagreement, Source } from '../corpus.ts';
import { linksTo } from './links.ts';
import { memoize } from './memoize.ts';
import { getContent } from './site-content.ts';

/** The pages of all source documents. */
export const sourcePages = memoize(({ corpus }) => corpus.sources.map(toPage));

const addressOfSource = (id: string) => `/sources/${id}/`;

/** A source document as its page shows it: sections below the widest heading of each. */
function toPage(source: Source) {
  const { id, title, about, dated, year, sections } = source;
  const groups = Map.groupBy(sections.entries(), ([, { path }]) => path[0] ?? '');
  return {
    id,
    title,
    about,
    address: addressOfSource(id),
    date: dated ?? (year === null ? 'Without a date' : String(year)),
    statementCount: sections.reduce((sum, { statements }) => sum + statements.length, 0),
    groups: [...groups].map(([name, members]) => ({
      title: name,
      sections: members.map(([index, section]) => toSection(section, { source, index })),
    })),
  };
}

type SectionData = Source['sections'][number];

function toSection({ path, columns, statements }: SectionData, at: { source: Source; index: number }) {
  return {
    anchor: `${anchorOf(path.join(' '))}-${at.index + 1}`,
    title: path.slice(1).join(' › '),
    columns: columns ?? ['Statement'],
    // One cell, or the cells of a row in a section with columns.
    statements: statements.map(({ text = '', cells = [text], pages, differs }) => ({
      cells,
      leads: linksTo(pages),
      disagreements: differs.map((id) => toDisagreement(id, at.source.id)),
    })),
  };
}

/** What the other documents say; what the document itself says elsewhere, if no other one speaks of the matter. */
function toDisagreement(id: string, own: string) {
  const { corpus } = getContent();
  const { matter, sides } = corpus.disagreements.find((each) => each.id === id) as Disagreement;
  const others = sides.filter(({ source }) => source !== own);
  return {
    matter,
    sides: (others.length > 0 ? others : sides).map(({ source, says }) => ({
      title: corpus.sources.find((each) => each.id === source)?.title ?? source,
      address: addressOfSource(source),
      says,
    })),
  };
}
