import { describe, expect, it } from 'vitest';
import { readStops, writeStops } from '#features/progress/stop-text.ts';

describe('stops in an attribute', () => {
  it('are written as ids with hours, and read again', () => {
    const stops = [
      { id: 'indexing', hours: 6.5 },
      { id: 'jwt', hours: 4 },
    ];
    expect(writeStops(stops)).toBe('indexing:6.5 jwt:4');
    expect(readStops(writeStops(stops))).toEqual(stops);
  });

  it('may be none', () => {
    expect(readStops(writeStops([]))).toEqual([]);
  });
});
