import { stem } from '#lib/text/stem.ts';
import { wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { longForm } from './synonyms.ts';

/** "/learn java spring beginner", also without the sign where it is spelled out: "learn backend java beginner". */
const command =
  /^\s*(?:\/\s*learn|learn\s+backend)\s+(?:backend\s+(?=\S))?(?<subject>.+?)(?:\s+(?<level>beginner|intermediate|advanced|expert|specialist))?\s*$/iu;

/** The address of a page of `/learn/` with what it is about: a roadmap, or a roadmap and a framework. */
const lessonAddress = /^\/learn\/backend\/(?<roadmap>[^/]+)\/(?:(?<framework>[^/]+)\/)?(?<level>[^/]+)\/$/u;

/** The page that a command asks for: of `/learn/` by subject and level, else the roadmap or the topic of its subject. */
export function findCommandPage(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const { subject = '', level } = command.exec(text)?.groups ?? {};
  const words = subjectWords(subject);
  if (words.length === 0) return undefined;
  const key = words.join('');
  const isKey = (name: string) => subjectWords(name).join('') === key;
  const lessons = documents.flatMap((document) => {
    const parts = lessonAddress.exec(document.address)?.groups;
    return parts ? [{ document, ...aboutOf(parts, documents) }] : [];
  });
  const roadmaps = documents.filter(({ kind }) => kind === 'Roadmap');
  const topics = documents.filter(({ kind }) => kind === 'Topic');
  const atLevel = lessons.filter((lesson) => lesson.level === level?.toLowerCase());
  return (
    atLevel.find(({ roadmap, framework }) => !framework && words.every((word) => roadmap.has(word)))?.document ??
    atLevel.find((lesson) => isOfFramework(lesson, words))?.document ??
    roadmaps.find(({ title }) => isKey(title)) ??
    lessons.find((lesson) => isOfFramework(lesson, words))?.document ??
    topics.find(({ title }) => isKey(title)) ??
    roadmaps.find((roadmap) => words.every((word) => wordsOfNames(roadmap).has(word))) ??
    topics.find(({ aliases }) => aliases.some(isKey))
  );
}

interface About {
  readonly level: string | undefined;
  /** The words that name the roadmap, and the framework if the lesson is about one. */
  readonly roadmap: ReadonlySet<string>;
  readonly framework: ReadonlySet<string> | undefined;
}

function aboutOf(parts: Readonly<Record<string, string>>, documents: readonly SearchDocument[]): About {
  const named = (folder: string, id = '') => {
    const document = documents.find(({ address }) => address === `/${folder}/${id}/`);
    return new Set([...subjectWords(id), ...(document ? wordsOfNames(document) : [])]);
  };
  const { roadmap, framework, level } = parts;
  return { level, roadmap: named('roadmaps', roadmap), framework: framework ? named('topics', framework) : undefined };
}

/** Whether words name the framework of a lesson, alone or with its roadmap. */
function isOfFramework({ roadmap, framework }: About, words: readonly string[]): boolean {
  if (!framework?.size) return false;
  return words.some((word) => framework.has(word)) && words.every((word) => framework.has(word) || roadmap.has(word));
}

const wordsOfNames = ({ title, aliases }: SearchDocument): ReadonlySet<string> =>
  new Set([title, ...aliases].flatMap(subjectWords));

/** The words of a name in one form: "golang" as "Go language", "node" as "Node.js"; without what every subject is. */
function subjectWords(name: string): readonly string[] {
  const words = wordsOf(name.replaceAll(/[./](?=js\b)/giu, '')).map((word) => stem(longForm(word)));
  const telling = words.filter((word) => !/^(?:backend|language|framework|roadmap|path)$/u.test(word));
  return telling.length > 0 ? telling : words;
}
