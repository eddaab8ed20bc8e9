/** Words that look like a plural or a past tense and are neither. */
const whole = /^(?:cors|https|nats|aws|ios|rails|axios|always|less|news|unity)$|js$|\d|\+/u;

/**
 * A word without the endings that searchers vary: plural, -ing, -ed, -ion, a silent e, British spellings.
 * Both sides of every comparison go through it, so a stem need not be a word.
 */
export function stem(word: string): string {
  if (word.length < 4 || whole.test(word)) return word;
  return dropSilentE(dropNounEnding(dropVerbEnding(dropPlural(toAmerican(word)))));
}

function toAmerican(word: string): string {
  const withZ = word.replace(/is(?=(?:e[drs]?|ers|ing|ations?)$)/u, 'iz');
  return withZ.length < 6 ? withZ : withZ.replace(/our(?=s?$)/u, 'or');
}

function dropPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=x|ss|sh)es$|(?<=[^sui])s$/u, '');
}

function dropVerbEnding(word: string): string {
  if (word.length < 6) return word;
  const base = /^(.*[aeiouy].*)(?:ing|ed)$/u.exec(word)?.[1];
  return base === undefined || base.length < 3 ? word : base.replace(/([bdgkmnprt])\1$/u, '$1');
}

/** "migration" meets "migrate", and "optimization" meets "optimize". */
function dropNounEnding(word: string): string {
  return word.replace(/(?<=.{4}iz)ation$|(?<=.{3}[st])(?<!certificat|express)ion$/u, '');
}

function dropSilentE(word: string): string {
  return word.length > 4 ? word.replace(/e$/u, '') : word;
}
