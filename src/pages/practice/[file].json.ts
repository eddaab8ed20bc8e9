import type { APIRoute } from 'astro';
import * as practice from '#features/practice/practice-cards.ts';
import { href } from '#lib/href.ts';

/** What the practice room and the mock interview load when someone needs it, by file. */
const files = {
  cards: () => addressed(practice.questionCards()),
  checks: () => addressed(practice.checkCards()),
  predictions: () => addressed(practice.predictionCards()),
  labs: () => addressed(practice.labCards()),
  prerequisites: practice.prerequisites,
  rubrics: practice.rubrics,
};

const addressed = (cards: readonly { address: string }[]) =>
  cards.map((card) => ({ ...card, address: href(card.address) }));

export const getStaticPaths = () => Object.keys(files).map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params: { file } }) => Response.json(files[file as keyof typeof files]());
