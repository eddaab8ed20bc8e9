// Code, diagrams and example projects.
import { anchorOf } from '../anchor.ts';
import { type Body, type Entry, entriesOf, type Fence, type Topic } from '../corpus.ts';
import { parseDiagram } from '../diagram/parse.ts';
import { quotedText, regionsOf } from '../example-quote.ts';
import { nearest } from '../issue.ts';
import { holds, type Prediction } from '../prediction.ts';
import { readProjectTests } from '../project-tests.ts';
import { bodyIssue, fieldIssue, type IssueText, type Rule } from './rule.ts';

/** Languages of code blocks. */
const languages = (
  'js ts python sql sh go rust java php csharp http json yaml graphql html css text dockerfile nginx ini toml diff ' +
  'proto redis mongodb xml mermaid'
).split(' ');

const codeLanguage: Rule = {
  code: 'B011',
  title: 'A code block names a known language.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.samples
        .filter(({ language }) => !languages.includes(language))
        .map(({ language, line }) => {
          const suggestion = nearest(language, languages);
          const message =
            language === '' ? 'The code block names no language.' : `"${language}" is not a language we highlight.`;
          const fix = suggestion ? `Did you mean "${suggestion}"?` : 'Use "text" for plain output.';
          return bodyIssue(entry, line, { message, fix });
        }),
    ),
};

const maxLines = 80;
const longestLine = 120;

const sampleLength: Rule = {
  code: 'B012',
  title: 'A code sample shows one idea: at most 80 lines of at most 120 characters.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.samples
        .filter(({ language }) => language !== 'mermaid')
        .flatMap(({ code, line }) => {
          const lines = code.split('\n');
          const longest = Math.max(...lines.map((text) => text.length));
          if (lines.length <= maxLines && longest <= longestLine) return [];
          const message = `The sample has ${lines.length} lines, the longest with ${longest} characters.`;
          return [bodyIssue(entry, line, { message, fix: 'Show less, or split it.' })];
        }),
    ),
};

const diagram: Rule = {
  code: 'B015',
  title: 'A diagram can be drawn: known syntax, a title of its own, a description, and no more than fits.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) => {
      const titles = new Set<string>();
      return entry.body.samples
        .filter(({ language }) => language === 'mermaid')
        .flatMap(({ code, line }) => {
          const parsed = parseDiagram(code);
          if ('issues' in parsed) {
            return parsed.issues.map(({ message, fix, line: inside }) =>
              bodyIssue(entry, line + inside, { message, fix }),
            );
          }
          // The ids of a drawing's parts are made of its title.
          const title = anchorOf(parsed.title);
          const isRepeated = titles.has(title);
          titles.add(title);
          const message = `"${parsed.title}" is the title of an earlier diagram of the page.`;
          return isRepeated
            ? [bodyIssue(entry, line, { message, fix: 'Say in the title what sets the two apart.' })]
            : [];
        });
    }),
};

/** Kinds of topics that need an example project a reader can take away. */
const kindsWithExample: readonly Topic['kind'][] = ['first-steps', 'tool', 'language'];

const outcomeSections: Rule = {
  code: 'B016',
  title: 'Each outcome of a topic names the section that teaches it.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const anchors = entry.body.headings.map(({ text }) => anchorOf(text));
      return entry.data.outcomes.flatMap(({ section }, index) => {
        if (anchors.includes(section)) return [];
        const suggestion = nearest(section, anchors);
        const message = `"${section}" is not the anchor of a heading of this page.`;
        const fix = suggestion ? `Did you mean "${suggestion}"?` : `Choose one of ${anchors.join(', ')}.`;
        return [fieldIssue(entry, ['outcomes', index, 'section'], { message, fix })];
      });
    }),
};

const exampleProject: Rule = {
  code: 'B017',
  title: 'A topic that teaches a tool, a language or first steps has an example project with a README.',
  check: ({ topic }) =>
    topic.flatMap((entry) => {
      const { example } = entry;
      if (example.size === 0 && !kindsWithExample.includes(entry.data.kind)) return [];
      if (example.has('README.md')) return [];
      const message =
        example.size === 0
          ? `A page of kind "${entry.data.kind}" has no example project.`
          : 'The example has no README.md.';
      const fix = `Add content/topics/${entry.id}/example/README.md: what it is, how to install, run and test it.`;
      return [fieldIssue(entry, ['kind'], { message, fix })];
    }),
};

const exampleQuotes: Rule = {
  code: 'B018',
  title: 'Code quoted from the example project is what its file holds.',
  check: ({ topic }) =>
    topic.flatMap((entry) =>
      fencesIn(entry.body).flatMap((fence) => {
        const issue = quoteIssue(entry, fence);
        return issue ? [bodyIssue(entry, fence.line, issue)] : [];
      }),
    ),
};

const fencesIn = ({ samples, outputs }: Body): readonly Fence[] => [...samples, ...outputs];

function quoteIssue({ example, id }: Entry, { meta, code }: Fence): IssueText | undefined {
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

const maxPredictions = 4;
const maxPredictedLines = 12;

const predictions: Rule = {
  code: 'B019',
  title: 'What readers predict is a short output right behind its sample, on a topic, at most four times a page.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      entry.body.predictions.flatMap((prediction, index) => {
        const onlyTopics = { message: 'Only topics ask for predictions.', fix: 'Write `output` alone.' };
        const issue = entry.kind === 'topic' ? predictionIssue(prediction, index + 1) : onlyTopics;
        return issue ? [bodyIssue(entry, prediction.line, issue)] : [];
      }),
    ),
};

/** @param place the prediction's number on its page. */
function predictionIssue({ choices, output, isOfSample }: Prediction, place: number): IssueText | undefined {
  const lines = output.split('\n').length;
  const right = choices.filter((choice) => holds(output, choice));
  if (place > maxPredictions)
    return { message: `This is prediction ${place} of the page.`, fix: 'Keep the four that teach most.' };
  if (!isOfSample)
    return { message: 'No sample with a fixed output stands right before it.', fix: 'Move it behind its sample.' };
  if (lines > maxPredictedLines)
    return { message: `${lines} lines are too many to predict.`, fix: `Print at most ${maxPredictedLines} lines.` };
  if (choices.length === 1 || choices.length > 3)
    return {
      message: `The number of its choices is ${choices.length}.`,
      fix: 'Give two or three, or none for a text box.',
    };
  return choices.length === 0 || right.length === 1
    ? undefined
    : { message: `${right.length} of its choices are in the output.`, fix: 'Give one that is printed, word for word.' };
}

const projectTests: Rule = {
  code: 'B020',
  title: 'Beside the tests of a project lie a solution and mistakes, and each of the tests has a name of its own.',
  check: ({ project, projectKit }) =>
    project.flatMap((entry) => {
      if (entry.example.size === 0) return [];
      const tests = readProjectTests(entry.id, { files: entry.example, kit: projectKit });
      const names = tests?.stages.flatMap((stage) => stage.tests) ?? [];
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      const missing = [`${entry.id}.test.mjs`, 'reference.mjs', 'broken.yaml'].find((name) => !entry.example.has(name));
      const describeIssues = (message: string, fix: string) => [fieldIssue(entry, [], { message, fix })];
      if (missing)
        return describeIssues(`The project has no ${missing}.`, `Add content/projects/${entry.id}/${missing}.`);
      if (!tests?.command) return describeIssues('The tests don’t say how to run them.', 'Begin like the others.');
      if (tests.stages.length < 3 || tests.stages.some((stage) => stage.tests.length === 0))
        return describeIssues('The tests are not in three stages or more.', 'Write a `describe` for each, `it` in it.');
      return twice ? describeIssues(`Two tests are called "${twice}".`, 'Say what is different.') : [];
    }),
};

const emptyBlock: Rule = {
  code: 'B021',
  title: 'A code block has something in it.',
  check: (corpus) =>
    entriesOf(corpus).flatMap((entry) =>
      fencesIn(entry.body)
        .filter(({ code }) => code.trim() === '')
        .map(({ line }) => {
          const fix = 'Put in what the program prints, quote it with `from=`, or delete the block.';
          return bodyIssue(entry, line, { message: 'The code block is empty.', fix });
        }),
    ),
};

export const codeBlockRules: readonly Rule[] = [
  codeLanguage,
  sampleLength,
  diagram,
  outcomeSections,
  exampleProject,
  exampleQuotes,
  predictions,
  projectTests,
  emptyBlock,
];
