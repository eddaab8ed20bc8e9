import { expect, it } from 'vitest';
import { drawNetwork } from '#features/maps/network/draw-network.ts';

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
  const boxes = [...lines.map(({ plate }) => plate), ...stops.map(({ capsule }) => capsule)];
  for (const [index, box] of boxes.entries()) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        box.x + box.width <= other.x ||
        other.x + other.width <= box.x ||
        box.y + box.height <= other.y ||
        other.y + other.height <= box.y;
      expect(isApart).toBe(true);
    }
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
