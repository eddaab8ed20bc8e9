import { assignColumns } from './assign-columns.ts';
import { buildColumns } from './build-columns.ts';
import { proposeSequences } from './line-sequence.ts';
import { measureExtent } from './obstacles.ts';
import { orderTracks } from './order-tracks.ts';
import { placeRows, type Rows } from './place-rows.ts';
import { planTexts, type TextPlans } from './plan-labels.ts';
import type { Cell, ChosenNetwork } from './types.ts';

/** The network on its grid: cells of every column from top to bottom, and the row of each line in each column. */
export interface PlacedNetwork {
  readonly network: ChosenNetwork;
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: Rows;
  readonly texts: TextPlans;
}

/** Gives every stop one cell of the grid: a column from the lines' common order, a row that keeps lines straight. */
export function placeStops(
  network: ChosenNetwork,
  { labelWidth, height }: { readonly labelWidth: number; readonly height: number },
): PlacedNetwork {
  const cells = arrangeCells(network);
  const texts = planTexts(network, { cells, width: labelWidth });
  const rows = placeRows(cells, {
    lineCount: network.lines.length,
    extentOf: (cell) => measureExtent(cell, texts),
    height,
  });
  return { network, cells, rows, texts };
}

function arrangeCells(network: ChosenNetwork): readonly (readonly Cell[])[] {
  const columns = assignColumns(network);
  const starts = proposeSequences(network);
  const results = starts.map((sequence) => orderTracks(buildColumns(network, { columns, sequence })));
  return results.reduce((best, result) => (result.cost < best.cost - 1e-9 ? result : best)).cells;
}
