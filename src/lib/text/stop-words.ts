const stopWords = new Set(
  (
    'a about all an and any are as at be been being between can could define definition describe did difference differences different do does ' +
    'doesnt dont each every example examples explain for from give had has have having help how i if im in into is isnt it its kind lets many me ' +
    'mean meaning means much my need of on one or our please purpose really should show so some somebody tell than that the their them then there ' +
    'these they thing things this those to tutorial tutorials understand us use used uses using versus vs want was way ways we were what whats ' +
    'when where which who whose why will with would you your basics best better good guide course learn compare compared comparison tips tricks ' +
    'advantage advantages benefits cons disadvantage disadvantages drawbacks pros ' +
    'ive youve weve theyve youre theyre itll youll hes shes thats theres heres whos hows wheres didnt wasnt werent hasnt havent hadnt couldnt ' +
    'shouldnt wouldnt arent aint wanna gonna gotta he she him his her hers himself herself myself yourself ourselves themselves mine yours theirs ours ' +
    'actually basically correctly easily internally properly simply typically usually'
  ).split(' '),
);

/** Words of talk, which may also name something: "get" is a method of HTTP. */
const talk = new Set(
  (
    'again against exactly already also although always another anybody anyone anything around away because becomes before after both but by cannot cant ' +
    'come comes doing done else enough even ever everybody everyone few instead itself neither nobody often per several whether whole within ' +
    'everything fire first gave get gets getting given goes going gone got half happen happened happening happens keep keeps know known knows let like ' +
    'look looking made make makes making may might more most must never new next no not nothing now off only other others out over own plus put puts right ' +
    'same say says see seems set since someone something still such sure take takes taking ten think through today together tomorrow too try trying two ' +
    'under until up very walk well went while without wont work working works yesterday yet'
  ).split(' '),
);
/** Words that say what kind of page is wanted, not what it is about. */
const kindWords = new Set('become becoming interview project projects question questions roadmap'.split(' '));
/** What the page of every role has, for every level. */
const roleWords = new Set('duties principal requirements responsibilities senior skills staff tasks'.split(' '));
const roles = /^(?:administrator|architect|dba|designer|developer|engineer|manager|programmer)s?$/u;

/** How many words must remain when talk is left out. */
const minTelling = 2;

/** Turns of phrase that say how, not what: "in simple words", "from scratch", "why do people use". */
const phrases =
  / (?:in (?:simple|plain|easy) (?:words|terms|english|language)|(?:from|at) (?:scratch|zero)|step by step|a time (?:when )?you|learning paths?|best practices|cheat sheets?|under the hood|behind the scenes|(?:to|for) (?:me|dummies)|like (?:i(?:m|n)?|an?|for|to|this|that)|(?:do|does|did) (?:people|everyone|everybody|developers|companies) (?:use|need|want|like|say|mean))(?= )/gu;
/** The year of a query is the one it was typed in. */
const year = /^20[12]\d$/u;

/** The words of a question that say what it is about; all of them when none does. */
export function contentWords(words: readonly string[]): readonly string[] {
  const asksHow = words[0] === 'how' || words[0] === 'why';
  const plain = ` ${words.join(' ')} `.replaceAll(phrases, '').split(' ').filter(Boolean);
  const isMatter = (word: string) =>
    !stopWords.has(word) && !year.test(word) && !(asksHow && /^work(?:s|ing)?$/u.test(word));
  const kept = plain.filter(isMatter);
  const subjects = kept.filter((word) => !kindWords.has(word));
  const telling = subjects.filter((word) => !talk.has(word));
  if (telling.length >= minTelling) return telling;
  if (subjects.length > 0) return subjects;
  return kept.length > 0 ? kept : words;
}

/** The words of a query without what the page of every role has, when it names a role: "go developer skills" as "go developer". Pay is not among it: it has a page of its own. */
export function withoutRoleWords(words: readonly string[]): readonly string[] {
  if (!words.some((word) => roles.test(word))) return words;
  const kept = words.filter((word) => !roleWords.has(word));
  return kept.every((word) => roles.test(word)) ? words : kept;
}
