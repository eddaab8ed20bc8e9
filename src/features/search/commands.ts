import { wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { termOf } from './shorthand.ts';

/** "/learn java spring beginner", also without the slash where it is spelled out: "learn backend java beginner". */
const command =
  /^\s*(?:\/\s*learn|learn\s+backend)\s+(?:backend\s+(?=\S))?(?<subject>.+?)(?:\s+(?<level>beginner|intermediate|advanced|expert|specialist))?\s*$/iu;
/** The address of a page of `/learn/` with what it is about: a roadmap, or a roadmap and a framework. */
const lessonAddress = /^\/learn\/backend\/(?<roadmap>[^/]+)\/(?:(?<framework>[^/]+)\/)?(?<level>[^/]+)\/$/u;

/** What goes before the role that someone has: "switching from", "i am a". */
const opening = /^(?:.*?\b(?:from|as|being|i(?:['’]?m|\sam))\s)?\s*(?:an?\s)?/iu;
/** What stands between the role that someone has and the one that is wanted. */
const between = /\s+(?:in)?to\s+|\s*(?:→|->)\s*|,?\s+(?:(?:and|who|i)\s+)*(?:wants?\s+to|wanna|becoming)\s+/iu;
const becoming = /^(?:(?:be|become|move\s+to)\s+)?(?:an?\s)?/iu;
/** What people call a developer. */
const developer = /^(?:programmer|engineer|dev|coder)s?$/u;

/** The page that a query asks for by its form: a command such as "/learn go beginner", or the way from one role to another. */
export function findCommand(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  return findLesson(text, documents) ?? findWay(text, documents);
}

/** A page of `/learn/` by subject and level, else the roadmap or the topic of its subject. */
function findLesson(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const { subject = '', level } = command.exec(text)?.groups ?? {};
  const terms = subjectTerms(subject);
  if (terms.length === 0) return undefined;
  const isSubject = (name: string) => subjectTerms(name).join('') === terms.join('');
  const has = (...names: readonly ReadonlySet<string>[]) => terms.every((term) => names.some((name) => name.has(term)));
  const lessons = documents.flatMap((document) => toLesson(document, documents));
  const atLevel = lessons.filter((lesson) => lesson.level === level?.toLowerCase());
  const ofKind = (kind: SearchDocument['kind']) => documents.filter((document) => document.kind === kind);
  const isOfFramework = ({ roadmap, framework }: Lesson) =>
    terms.some((term) => framework.has(term)) && has(framework, roadmap);
  return (
    atLevel.find(({ roadmap, framework }) => framework.size === 0 && has(roadmap))?.document ??
    atLevel.find(isOfFramework)?.document ??
    ofKind('Roadmap').find(({ title }) => isSubject(title)) ??
    lessons.find(isOfFramework)?.document ??
    ofKind('Topic').find(({ title }) => isSubject(title)) ??
    ofKind('Roadmap').find((roadmap) => has(termsOfNames(roadmap))) ??
    ofKind('Topic').find(({ aliases }) => aliases.some(isSubject))
  );
}

/** A page of `/learn/` with the terms that name its roadmap and, where there is one, its framework. */
interface Lesson {
  readonly document: SearchDocument;
  readonly level: string | undefined;
  readonly roadmap: ReadonlySet<string>;
  readonly framework: ReadonlySet<string>;
}

function toLesson(document: SearchDocument, documents: readonly SearchDocument[]): Lesson[] {
  const { roadmap, framework = '', level } = lessonAddress.exec(document.address)?.groups ?? {};
  if (roadmap === undefined) return [];
  const named = (folder: string, id: string) => {
    const page = documents.find(({ address }) => address === `/${folder}/${id}/`);
    return new Set([...subjectTerms(id), ...(page ? termsOfNames(page) : [])]);
  };
  return [{ document, level, roadmap: named('roadmaps', roadmap), framework: named('topics', framework) }];
}

const termsOfNames = ({ title, aliases }: SearchDocument): ReadonlySet<string> =>
  new Set([title, ...aliases].flatMap(subjectTerms));

/** The terms of a name in one form: "golang" as "Go language", "node" as "Node.js"; without what every subject is. */
function subjectTerms(name: string): readonly string[] {
  const terms = wordsOf(name.replaceAll(/[./](?=js\b)/giu, '')).map(termOf);
  const telling = terms.filter((term) => !/^(?:backend|languag|framework|roadmap|path)$/u.test(term));
  return telling.length > 0 ? telling : terms;
}

/** The page on the way between two roles: "from junior backend developer to backend architect". */
function findWay(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const [have = '', want] = text.replace(opening, '').split(between, 2);
  if (want === undefined) return undefined;
  const roles = documents.filter(({ kind }) => kind === 'Role');
  // After "from", a language alone means the work in it.
  const suffixes = /\bfrom\s/iu.test(text) ? ['', ' developer'] : [''];
  const find = (name: string) => {
    const keys = [...suffixes.map((suffix) => name + suffix), `backend ${name}`].map(roleKey);
    return roles.find(({ title, aliases }) => [title, ...aliases].some((other) => keys.includes(roleKey(other))));
  };
  const start = find(have);
  const end = find(want.replace(becoming, ''));
  if (!start || !end || start === end) return undefined;
  return {
    kind: 'Page',
    title: `From ${start.title} to ${end.title}`,
    aliases: [],
    summary: 'What the one role asks for beyond the other, topic by topic.',
    level: '',
    area: '',
    address: `${start.address}to/${end.address.split('/').at(-2)}/`,
  };
}

/** Equal for the names that a role goes by: "golang programmer" and "Go Developer". */
function roleKey(name: string): string {
  return wordsOf(name)
    .map((word) => (developer.test(word) ? 'developer' : termOf(word)))
    .join('');
}
