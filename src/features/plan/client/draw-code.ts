import { encode } from 'uqr';

const space = 'http://www.w3.org/2000/svg';

/** A link as a QR code for paper; undefined when it is too long for one. */
export function drawCode(link: string): SVGSVGElement | undefined {
  const code = encodeOrNot(link);
  if (!code) return undefined;
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', `0 0 ${code.size} ${code.size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'QR code of the link to this plan');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('fill', 'currentColor');
  path.setAttribute('d', code.data.map(rowPath).join(''));
  svg.append(path);
  return svg;
}

function encodeOrNot(link: string) {
  try {
    return encode(link, { ecc: 'L', border: 4 });
  } catch {
    return undefined;
  }
}

/** Dark runs of a row as one rectangle each, so that no gaps show between the squares. */
function rowPath(row: readonly boolean[], y: number): string {
  const runs = row.map((isDark) => (isDark ? '1' : '0')).join('');
  return [...runs.matchAll(/1+/gu)]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join('');
}
