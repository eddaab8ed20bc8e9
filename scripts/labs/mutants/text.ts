import { altered, type Edit, readSlips } from './edits.ts';

/** A part of a source, and what is put in its place; `$1` is a group of the pattern. */
type Rule = readonly [pattern: RegExp, ...texts: string[]];

interface Language {
  /** Comments, strings, numbers, words, and signs. */
  readonly token: RegExp;
  readonly slips: ReadonlyMap<string, string>;
  readonly rules: readonly Rule[];
}

/** Balanced brackets, and what stands between two of them. */
const brackets = String.raw`\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)`;
const within = (not: string) => `(?:[^();${not}]|${brackets})*?`;
const stop = String.raw`(?=\s*(?:[;)]|$(?![\s\S])|\$|\b(?:where|group by|having|order by|limit|offset|returning|on conflict|union|except|from|join|left|for|do|set|using|with|end|when|then|else|execute|select|values)\b))`;
const conjunctStop = stop.replace('[;)]', '[;),]|and|or');
const rule = (pattern: string, ...texts: string[]): Rule => [new RegExp(pattern, 'dgimu'), ...texts];

const sql: Language = {
  token: /--.*|'(?:[^']|'')*'|\d+(?:\.\d+)?|\w+|->>|[<>!=@|:]+|[\s\S]/gu,
  slips: readSlips(`
    < <=  <= <  > >=  >= >  = <>  <> =  + -  - +  * +  / *  and or  or and  asc desc  desc asc  min max  max min  sum max
    avg sum  left right  lag lead  lead lag  row_number rank  rank row_number  dense_rank rank
    before after  after before  old new  new old  commit rollback  rollback commit  true false  false true
    greatest least  least greatest  preceding following  intersect union  except union  rows range  any all  ->> ->
    cascade restrict  restrict cascade  floor ceil  ceil floor  is is not  first last  last first`),
  rules: [
    rule(String.raw`^[a-z](?:[^;$']|'[^']*'|\$(\w*)\$[\s\S]*?\$\1\$)*;`, ''),
    rule(String.raw`(?<=(?:;|\bbegin|\bthen|\belse|\bloop)\s+)\w[^;$]*;(?=[^$]*\bend\b[^$]*\$)`, 'null;'),
    rule(
      String.raw`\b(?:not null|not|distinct on ${brackets}|distinct|unique|concurrently|recursive|lateral|skip locked|nulls (?:first|last)|materialized|if (?:not )?exists|security definer|primary key|initially deferred|(?<=union )all)\b`,
      '',
    ),
    rule('(?<!(?:left|right|cross|full) )join', 'left join'),
    rule(String.raw`\b(?:filter|check|include|over|with check|using|references \w+) ?${brackets}`, ''),
    rule(
      String.raw`\b(?:where|group by|having|order by|limit|offset|returning|on conflict|partition by|for update|on delete|with|when|union|except)\b${within('')}${stop}`,
      '',
    ),
    rule(String.raw`(?:\b(?:and|or|default|set)\b|,)${within(',')}${conjunctStop}`, ''),
  ],
};

const python: Language = {
  token:
    /#.*|"""[\s\S]*?"""|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\d+(?:\.\d+)?|not in|is not|\w+|[-+*/%<>=!]+|[\s\S]/gu,
  slips: readSlips(`
    < <=  <= <  > >=  >= >  == !=  != ==  + -  - +  * /  / *  // /  % *  and or  or and  in not in  is is not
    += -=  -= +=  min max  max min  any all  all any  sorted list  set list  floor ceil  ceil floor  append remove
    startswith endswith  endswith startswith  popleft pop  True False  False True  bisect_right bisect_left
    bisect_left bisect_right`),
  rules: [
    rule(String.raw`(?<=^ +)(?:raise|await|yield|continue|break|del|assert)\b.*$`, 'pass'),
    rule(String.raw`(?<=^ +)[\w.[\]]+(?:${brackets})+$`, 'pass'),
    rule(String.raw`(?<=^ +)(?:[\w]*[.[].*?|\w+ [-+*/|]?)= .*$`, 'pass'),
    rule(String.raw`(?<=\bif ).+(?=:$)`, 'True', 'False'),
    rule(String.raw`(?<= if )(?:[^:\n()[\]]|${brackets})+?(?=[)\]}]| else )`, 'True', 'False'),
    rule(String.raw`(?<=\breturn ).+$`, 'None'),
    rule(String.raw`\bnot in\b`, 'in'),
    rule(String.raw`\bis not\b`, 'is'),
    rule(String.raw`\b(?:await|not) |^ *@.+\n|(?<=except \()\w+, |, \*?\w+=(?:[^(),]|${brackets})+(?=[,)])`, ''),
    rule(String.raw`(?<=except \([^)\n]*), \w+`, ''),
    rule(String.raw`(?<=except )(?:\w+|${brackets})(?=:| as)`, 'ZeroDivisionError'),
    rule(String.raw`(?<=(^ +)except.*:\n)(?:\1 .*\n|\n)+`, '$1    raise\n'),
    rule(String.raw`((?:^ +)?)(?:async )?for .+:\n(?:\1 .*\n|\n)+`, '$0$1    break\n'),
    rule(String.raw`(?<=\w\[)[^[\]:]+(?=:)|(?<=\w\[[^[\]:]*:)[^[\]:]+(?=\])`, ''),
    rule(String.raw`(?<!^[^\n]*import.*)(?<=(\b\w+|[)\]"']))\.\w+${brackets}`, ''),
  ],
};

export const sqlEdits = (code: string) => editsOf(code, sql);

/** Leaves out mutants that drop a call of a module's function, which nobody forgets, and those of what only a program prints. */
export function pythonEdits(code: string): Edit[] {
  const imported = [...code.matchAll(/^(?:import|from \S+ import) (.+)$/gmu)].flatMap(([, names]) =>
    names?.split(/, | as /u),
  );
  const isForgotten = ({ start, text }: Edit) =>
    text !== '' || code[start] !== '.' || !imported.includes(/\w*$/u.exec(code.slice(0, start))?.[0]);
  return editsOf(code.split('\nif __name__')[0] ?? '', python).filter(isForgotten);
}

function editsOf(code: string, { token, slips, rules }: Language): Edit[] {
  const edits: Edit[] = [];
  let masked = '';
  for (const { 0: text, index: start } of code.matchAll(token)) {
    const isComment = /^(?:--|#|""")/u.test(text);
    const isText = /^['"]./u.test(text);
    // Authors may word errors as they like.
    const isSaid = isText && /\braise\b.*$/u.test(code.slice(0, start));
    masked += isComment || isText ? text.replaceAll(/[^\n'"]/gu, '_') : text;
    const other = isText
      ? `${text[0]}${altered(text.slice(1, -1))}${text[0]}`
      : /^\d/u.test(text)
        ? String(Number(text) + 1)
        : slips.get(text);
    if (other !== undefined && !isComment && !isSaid) edits.push({ start, end: start + text.length, text: other });
  }
  return [...edits, ...rules.flatMap((each) => byRule(each, { code, masked }))];
}

function byRule([pattern, ...texts]: Rule, { code, masked }: { code: string; masked: string }): Edit[] {
  return [...masked.matchAll(pattern)].flatMap(({ index, 0: { length }, indices }) =>
    texts.map((template) => {
      const text = template.replaceAll(/\$(\d)/gu, (_, group) => code.slice(...(indices?.[group] ?? [0, 0])));
      return { start: index, end: index + length, text };
    }),
  );
}
