import { expect, it } from 'vitest';
import { drawNetwork } from '#features/maps/network/draw-network.ts';
import { doOverlap } from '../../../support/boxes.ts';

const { width, height, lines, stops } = drawNetwork();

it('has every line that calls at a stop go through its capsule', () => {
  expect(stops.length).toBeGreaterThan(20);
  for (const { topic, lines: through, capsule } of stops) {
    expect(capsule.height, topic.id).toBe(14 + 8 * (through.length - 1));
    for (const { id } of through)
      expect(lines.find(({ line }) => line.id === id)?.stops.map((stop) => stop.topic)).toContain(topic);
  }
});

it('keeps plates, stops and names inside the drawing, and clear of each other', () => {
  const boxes = [...lines.map(({ plate }) => plate), ...stops.map(({ capsule }) => capsule)].map((box) => ({
    left: box.x,
    right: box.x + box.width,
    top: box.y,
    bottom: box.y + box.height,
  }));
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.bottom).toBeLessThanOrEqual(height);
    expect(boxes.slice(index + 1).filter((other) => doOverlap(box, other))).toEqual([]);
  }
});

it('names the lines of a stop for who cannot see them', () => {
  const shared = stops.find(({ topic }) => topic.id === 'pagination-filtering');
  expect(shared?.label).toBe('Pagination and filtering. Lines: API design, GraphQL; also part of: Backend');
});

it('rounds the bends and never leaves the way', () => {
  for (const { path } of lines)
    expect(path).toMatch(/^M[\d.]+ [\d.]+(?:L[\d.]+ [\d.]+(?:Q[\d.]+ [\d.]+ [\d.]+ [\d.]+)?)+$/u);
});
