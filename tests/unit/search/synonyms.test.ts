import { describe, expect, it } from 'vitest';
import { longForm, synonymsOf, synonymTable } from '#features/search/synonyms.ts';
import { stem } from '#lib/text/stem.ts';

describe('synonyms', () => {
  it('know shorthand and everyday words', () => {
    expect(synonymsOf('k8s')).toEqual([['kubernetes']]);
    expect(synonymsOf('ci')).toEqual([]);
    expect(synonymsOf('cicd')).toContainEqual(['continuous', 'integration']);
  });

  it('tell shorthand for one name from words with several meanings', () => {
    expect(longForm('pg')).toBe('postgresql');
    expect(longForm('js')).toBe('js');
    expect(longForm('login')).toBe('login');
  });

  it('know every form of a word', () => {
    expect(synonymsOf('crashes')).toEqual(synonymsOf('crash'));
  });

  it.each(synonymTable)('say something new about one word: %s', (line) => {
    const [word = '', meanings = ''] = line.split(': ');
    expect(word).toMatch(/^[a-z0-9]+$/u);
    const others = meanings.split(', ');
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      expect(other).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/u);
      expect(other.split(' ').map(stem)).not.toEqual([stem(word)]);
    }
  });

  it('have each word once', () => {
    const words = synonymTable.map((line) => line.split(':')[0]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });
});
