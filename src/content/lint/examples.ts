import { anchorOf } from '../anchor.ts';
import type { Entry, Sample } from '../corpus.ts';
import { quotedText, regionsOf } from '../example-quote.ts';
import { nearest } from '../issue.ts';
import { bodyIssue, fieldIssue, type Rule } from './rule.ts';

/** Kinds of topics that need an example project a reader can take away. */
const kindsWithExample: readonly (string | undefined)[] = ['first-steps', 'tool', 'language'];

export const outcomeSections: Rule = {
  code: 'B016',
  title: 'Each outcome of a topic names the section that teaches it.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const anchors = entry.body.headings.map(({ text }) => anchorOf(text));
      const isRewritten = entry.data.kind !== undefined;
      return entry.data.outcomes.flatMap(({ section }, index) => {
        if (section === undefined && !isRewritten) return [];
        if (section !== undefined && anchors.includes(section)) return [];
        const suggestion = section && nearest(section, anchors);
        const message = section
          ? `"${section}" is not the anchor of a heading of this page.`
          : 'The outcome names no section.';
        const fix = suggestion ? `Did you mean "${suggestion}"?` : `Choose one of ${anchors.join(', ')}.`;
        return [fieldIssue(entry, ['outcomes', index, 'section'], { code: 'B016', message, fix })];
      });
    }),
};

export const exampleProject: Rule = {
  code: 'B017',
  title: 'A topic that teaches a tool, a language or first steps has an example project with a README.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      if (entry.data.status === 'draft') return [];
      const { example } = entry;
      if (example.size === 0 && !kindsWithExample.includes(entry.data.kind)) return [];
      if (example.has('README.md')) return [];
      const message =
        example.size === 0
          ? `A page of kind "${entry.data.kind}" has no example project.`
          : 'The example has no README.md.';
      const fix = `Add content/topics/${entry.id}/example/README.md: what it is, how to install, run and test it.`;
      return [fieldIssue(entry, ['kind'], { code: 'B017', message, fix })];
    }),
};

export const exampleQuotes: Rule = {
  code: 'B018',
  title: 'Code quoted from the example project is what its file holds.',
  check: ({ topic }) =>
    topic.flatMap((entry) =>
      entry.body.samples.flatMap((sample) => {
        const fault = quoteFault(entry, sample);
        return fault ? [bodyIssue(entry, sample.line, { code: 'B018', ...fault })] : [];
      }),
    ),
};

function quoteFault({ example, id }: Entry, { meta, code }: Sample): { message: string; fix: string } | undefined {
  const quoted = quotedText(meta, example);
  if (!quoted || quoted.text === code) return undefined;
  if (quoted.text !== undefined)
    return {
      message: `The code differs from ${quoted.name}.`,
      fix: `Run \`npm run check:examples -- ${id} --quote\`, which copies it from the file.`,
    };
  const [path = '', region = ''] = quoted.name.split('#');
  const file = example.get(path);
  const suggestion = file === undefined ? nearest(path, [...example.keys()]) : nearest(region, regionsOf(file));
  return {
    message: `The example project has no ${quoted.name}.`,
    fix: suggestion
      ? `Did you mean ${file === undefined ? suggestion : `${path}#${suggestion}`}?`
      : 'Name a file below example/, and after # a region of it.',
  };
}
