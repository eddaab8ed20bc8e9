import { anchorOf } from '#content/anchor.ts';

/** An id for the parts of a drawing; titles of drawings are unique on a page. */
export const drawingId = (title: string) => `drawing-${anchorOf(title)}`;
