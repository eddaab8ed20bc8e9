import { anchorOf } from '../anchor.ts';
import type { Disagreement, Source } from '../corpus.ts';
import { linksTo, type PageLink } from './links.ts';
import { memoize } from './memoize.ts';
import { getContent } from './site-content.ts';

/** What another document says where one disagrees with it. */
interface OtherSide {
  readonly title: string;
  readonly address: string;
  readonly says: string;
}

interface Statement {
  /** One cell, or the cells of a row in a section with columns. */
  readonly cells: readonly string[];
  readonly leads: readonly PageLink[];
  readonly disagreements: readonly { readonly matter: string; readonly sides: readonly OtherSide[] }[];
}

interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly statements: readonly Statement[];
}

/** A source document as its page shows it: sections below the widest heading of each. */
export interface SourcePage extends Pick<Source, 'id' | 'title' | 'about'> {
  readonly address: string;
  readonly date: string;
  readonly statementCount: number;
  readonly groups: readonly { readonly title: string; readonly sections: readonly Section[] }[];
}

/** The pages of all source documents. */
export const sourcePages = memoize(({ corpus }): readonly SourcePage[] => corpus.sources.map(toPage));

const addressOfSource = (id: string) => `/sources/${id}/`;

function toPage(source: Source): SourcePage {
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

function toSection({ path, columns, statements }: SectionData, at: { source: Source; index: number }): Section {
  return {
    anchor: `${anchorOf(path.join(' '))}-${at.index + 1}`,
    title: path.slice(1).join(' › '),
    columns: columns ?? ['Statement'],
    statements: statements.map(({ text = '', cells = [text], pages, differs }) => ({
      cells,
      leads: linksTo(pages),
      disagreements: differs.map((id) => toDisagreement(id, at.source.id)),
    })),
  };
}

/** What the other documents say; what the document itself says elsewhere, if no other one speaks of the matter. */
function toDisagreement(id: string, own: string): Statement['disagreements'][number] {
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
