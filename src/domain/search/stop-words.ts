const stopWords = new Set(
  (
    'a about all an and any are as at be been being between can could define definition describe did difference differences different do does ' +
    'each every example examples explain for from give had has have help how i if im in into is it its kind lets many me mean meaning means much ' +
    'my need of on one or our please purpose really should show so some somebody tell than that the their them then there these they thing ' +
    'things this those to tutorial tutorials understand us use used uses using versus vs want was way ways we were what whats when where which ' +
    'who whose why will with would you your best better good guide course learn compare compared comparison'
  ).split(' '),
);

/** The words of a question that carry its matter; all of them when none does. */
export function contentWords(words: readonly string[]): readonly string[] {
  const asksHow = words[0] === 'how' || words[0] === 'why';
  const kept = words.filter((word) => !stopWords.has(word) && !(asksHow && /^work(?:s|ing)?$/u.test(word)));
  return kept.length > 0 ? kept : words;
}
