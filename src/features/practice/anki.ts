import { escapeHtml } from '#lib/escape-html.ts';
import type { Card } from './card.ts';

/**
 * A deck as Anki's text import reads it: the headers answer everything that its dialog would ask.
 * The guid lets a later import update the notes instead of adding them again.
 * @param addressOf the whole address of a card's page.
 */
export function ankiDeck(
  cards: readonly Card[],
  { deck, addressOf }: { deck: string; addressOf: (card: Card) => string },
): string {
  const headers = [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${oneLine(deck)}`,
    '#columns:Guid\tFront\tBack\tTags',
    '#guid column:1',
    '#tags column:4',
  ];
  // Anki would take a field that starts with a quotation mark as quoted.
  const notes = cards.map((card) => {
    const link = `<a href="${escapeHtml(addressOf(card))}">The full answer on Wayline</a>`;
    const tags = ['wayline', `level::${card.level}`, `kind::${card.kind}`, ...card.topics.map((id) => `topic::${id}`)];
    return [`wayline-${card.id}`, escapeHtml(card.front), `${escapeHtml(card.back)}<br><br>${link}`, tags.join(' ')];
  });
  return [...headers, ...notes.map((fields) => fields.map(oneLine).join('\t'))].map((line) => `${line}\n`).join('');
}

/** Tabs and line ends would end a field or a note. */
const oneLine = (text: string) => text.replace(/[\t\r\n]+/gu, ' ');
