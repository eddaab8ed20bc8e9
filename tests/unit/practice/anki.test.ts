import { describe, expect, it } from 'vitest';
import { ankiDeck } from '#features/practice/anki.ts';
import type { Card } from '#features/practice/card.ts';

const card: Card = {
  id: 'n-plus-one',
  kind: 'concept',
  front: 'What does "N+1"\tmean?',
  back: 'One query,\nthen one <per row> & more.',
  address: '/questions/n-plus-one/',
  level: 'beginner',
  area: 'databases',
  roles: ['backend-developer'],
  topics: ['orm', 'query-optimization'],
  formerIds: [],
};
const text = ankiDeck([card], {
  deck: 'Wayline::Backend developer',
  addressOf: ({ address }) => `https://x.example${address}`,
});

describe('a deck for Anki', () => {
  it('states separator, markup, note type, deck, and the columns of guid and tags before the first note', () => {
    expect(text.split('\n').slice(0, 7)).toEqual([
      '#separator:tab',
      '#html:true',
      '#notetype:Basic',
      '#deck:Wayline::Backend developer',
      '#columns:Guid\tFront\tBack\tTags',
      '#guid column:1',
      '#tags column:4',
    ]);
  });

  it('has one line of four fields for each card, in which nothing ends a field or becomes markup', () => {
    const [note, ...rest] = text.split('\n').slice(7);
    expect(rest).toEqual(['']);
    expect(note?.split('\t')).toEqual([
      'wayline-n-plus-one',
      'What does &quot;N+1&quot; mean?',
      'One query, then one &lt;per row&gt; &amp; more.<br><br><a href="https://x.example/questions/n-plus-one/">The full answer on Wayline</a>',
      'wayline level::beginner kind::concept topic::orm topic::query-optimization',
    ]);
  });
});
