import { describe, expect, it } from 'vitest';
import { assistantText } from '#features/share/assistant-text.ts';

const page = '# Sorting\n\nA page about order.\n';

describe('assistantText', () => {
  it.each(['explain', 'quiz', 'failure'] as const)(
    'makes a tutor of the assistant for "%s", and brings the page',
    (wish) => {
      const text = assistantText(wish, page);
      expect(text).toMatch(/Don’t solve it.+one question at a time/su);
      expect(text).toContain('# Sorting\n\nA page about order.');
    },
  );

  it('asks for the code where the page has none', () => {
    expect(assistantText('failure', page)).toContain('asking for my code');
  });

  it('brings the code of a lab and the checks that fail', () => {
    const attempt = { language: 'js', code: 'let a;\n', failures: ['Sorts: expected 1, got 2'] };
    const text = assistantText('failure', page, attempt);
    expect(text).toContain('```js\nlet a;\n```');
    expect(text).toContain('- Sorts: expected 1, got 2');
    expect(text).not.toContain('asking for my code');
  });

  it('says that no check has failed', () => {
    expect(assistantText('quiz', page, { language: 'sql', code: '', failures: [] })).toContain('No check has failed');
  });
});
