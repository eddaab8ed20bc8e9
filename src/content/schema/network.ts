import { z } from 'astro/zod';
import { id, line } from './common.ts';

/** A place on the drawing, in whole pixels from its upper left corner. */
const point = z.tuple([z.int().min(0), z.int().min(0)]);

/** content/network.yaml: where the network map of the home page has its lines and stops. */
export const network = z.strictObject({
  size: point.describe('Width and height of the drawing.'),
  lines: z
    .array(
      z.strictObject({
        roadmap: id.describe('The id of the roadmap.'),
        name: z.array(line(1, 30)).min(1).max(2).describe("The roadmap's title, broken into lines."),
        plate: z.int().min(20).max(200).describe('Width of the plate that the name stands on.'),
        way: z.array(point).min(2).describe('The bends of the line, from the middle of its plate on.'),
        stops: z.array(id).describe('Topics that the line calls at, in the order of travel.'),
      }),
    )
    .describe('A line for every roadmap that is not one of a level.'),
  stops: z
    .array(
      z.strictObject({
        topic: id.describe('The id of the topic.'),
        x: z.int().min(0).describe('Its distance from the left edge.'),
        name: z.array(line(1, 30)).min(1).max(3).describe("The topic's title, broken into lines."),
        side: z.enum(['above', 'below']).describe('Where the name stands.'),
      }),
    )
    .describe('The stops, from left to right and in each column from top to bottom: the order of the keyboard.'),
});

export type Network = z.infer<typeof network>;
