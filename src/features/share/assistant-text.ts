const wishes = {
  explain:
    'Explain the main idea of the page below with an example that isn’t on it. Then ask me one question about it.',
  quiz: 'Quiz me on the page below, from easy to hard. Only say whether an answer is right after I’ve given it.',
  failure: 'What I wrote fails. Help me find out why, and leave the fix to me.',
};

/** What the reader wants of an assistant. */
export type Wish = keyof typeof wishes;

/** What the reader wrote in a lab, and what failed in the last run. */
export interface Attempt {
  readonly language: string;
  readonly code: string;
  readonly failures: readonly string[];
}

/** Makes a tutor of a chatbot: instructions, then the page, then what the reader wrote. */
export function assistantText(wish: Wish, page: string, attempt?: Attempt): string {
  const rules =
    'You are my tutor. Don’t solve it for me. Ask me one question at a time. Check my reasoning against the page, and say so when the page doesn’t answer something.';
  const ask = wish === 'failure' && !attempt ? ' Start by asking for my code and what it prints.' : '';
  return [`${rules}\n\n${wishes[wish]}${ask}`, page.trim(), ...(attempt ? attemptParts(attempt) : [])].join(
    '\n\n---\n\n',
  );
}

function attemptParts({ language, code, failures }: Attempt): string[] {
  const failed = failures.length > 0 ? failures.map((each) => `- ${each}`).join('\n') : 'No check has failed so far.';
  return [`## My code\n\n\`\`\`${language}\n${code.trimEnd()}\n\`\`\`\n\n## Checks that fail\n\n${failed}`];
}
