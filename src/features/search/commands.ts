import { wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { termOf } from './shorthand.ts';

/** "/learn java spring beginner", also without the slash where it is spelled out: "learn backend java beginner". */
const command =
  /^\s*(?:\/\s*learn|learn\s+backend)\s+(?:backend\s+(?=\S))?(?<subject>.+?)(?:\s+(?<level>beginner|intermediate|advanced|expert|specialist))?\s*$/iu;
/** What comes before someone's present role: "switching from", "i am a". */
const opening = /^(?:.*?\b(?:from|as|being|i(?:['’]?m|\sam))\s)?\s*(?:an?\s)?/iu;
/** What comes between someone's present role and the one they want. */
const between = /\s+(?:in)?to\s+|\s*(?:→|->)\s*|,?\s+(?:(?:and|who|i)\s+)*(?:wants?\s+to|wanna|becoming)\s+/iu;
const becoming = /^(?:(?:be|become|move\s+to)\s+)?(?:an?\s)?/iu;
/** What people call a developer. */
const developer = /^(?:programmer|engineer|dev|coder)s?$/u;

/** The page that a query asks for by its form: a command such as "/learn go beginner", or the way from one role to another. */
export function findCommand(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  return findLesson(text, documents) ?? findWantedRole(text, documents);
}

/** The roadmap or topic of a command. The last words name it most closely: of "python fastapi" it is "fastapi". */
function findLesson(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const words = (command.exec(text)?.groups?.['subject'] ?? '').split(/\s+/u);
  for (let first = 0; first < words.length; first += 1) {
    const found = findSubject(subjectTerms(words.slice(first).join(' ')), documents);
    if (found) return found;
  }
  return undefined;
}

function findSubject(terms: readonly string[], documents: readonly SearchDocument[]): SearchDocument | undefined {
  if (terms.length === 0) return undefined;
  const isSubject = (name: string) => subjectTerms(name).join('') === terms.join('');
  const isNamed = (document: SearchDocument) => terms.every((term) => termsOfNames(document).has(term));
  const ofKind = (kind: SearchDocument['kind']) => documents.filter((document) => document.kind === kind);
  return (
    ofKind('Roadmap').find(({ title }) => isSubject(title)) ??
    ofKind('Topic').find(({ title }) => isSubject(title)) ??
    ofKind('Roadmap').find(isNamed) ??
    ofKind('Topic').find(({ aliases }) => aliases.some(isSubject))
  );
}

const termsOfNames = ({ title, aliases }: SearchDocument): ReadonlySet<string> =>
  new Set([title, ...aliases].flatMap(subjectTerms));

/** The terms of a name in one form, "golang" as "Go language" and "node" as "Node.js", without words such as "framework". */
function subjectTerms(name: string): readonly string[] {
  const terms = wordsOf(name.replaceAll(/[./](?=js\b)/giu, '')).map(termOf);
  const telling = terms.filter((term) => !/^(?:backend|languag|framework|roadmap|path)$/u.test(term));
  return telling.length > 0 ? telling : terms;
}

/** The role that someone wants to change to: "from junior backend developer to backend architect". */
function findWantedRole(text: string, documents: readonly SearchDocument[]): SearchDocument | undefined {
  const [have = '', want] = text.replace(opening, '').split(between, 2);
  if (want === undefined) return undefined;
  const roles = documents.filter(({ kind }) => kind === 'Role');
  // After "from", the name of a language means a developer in it.
  const suffixes = /\bfrom\s/iu.test(text) ? ['', ' developer'] : [''];
  const find = (name: string) => {
    const keys = [...suffixes.map((suffix) => name + suffix), `backend ${name}`].map(roleKey);
    return roles.find(({ title, aliases }) => [title, ...aliases].some((other) => keys.includes(roleKey(other))));
  };
  const [start, end] = [find(have), find(want.replace(becoming, ''))];
  return start && start !== end ? end : undefined;
}

/** Equal for the names that a role goes by: "golang programmer" and "Go Developer". */
function roleKey(name: string): string {
  return wordsOf(name)
    .map((word) => (developer.test(word) ? 'developer' : termOf(word)))
    .join('');
}
