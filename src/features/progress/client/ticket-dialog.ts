import { build, buildButton } from '#lib/browser/build.ts';
import { download } from '#lib/browser/download.ts';
import { loadJson } from '#lib/browser/load-json.ts';
import { escapeHtml } from '#lib/escape-html.ts';
import { withBase } from '#lib/href.ts';

/** What the ticket needs from a roadmap's data, `/roadmaps/<id>.json`. */
interface RoadmapData {
  readonly title: string;
  readonly badge: string;
  readonly color: string;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly goal: string;
    readonly exitCheck: readonly string[];
  }[];
}

/** Shows the ticket of a finished phase, to download or print. */
export async function openTicket({ roadmap, phase: phaseId }: { roadmap: string; phase: string }): Promise<void> {
  const address = withBase(`/roadmaps/${roadmap}.json`, import.meta.env.BASE_URL);
  const { data } = await loadJson<{ readonly data: RoadmapData }>(address);
  const phase = data.phases.find(({ id }) => id === phaseId);
  if (!phase) throw new Error(`The roadmap ${roadmap} has no phase ${phaseId}.`);
  const svg = drawTicket({
    roadmap: data.title,
    badge: data.badge,
    color: colorOf(data.color),
    phase: phase.title,
    goal: phase.goal,
    outcomes: phase.exitCheck.map((check) => check.replaceAll('`', '')),
    date: new Date().toLocaleDateString('en-US', { dateStyle: 'long' }),
  });
  showDialog(svg, { title: phase.title, name: `wayline-${roadmap}-${phaseId}.svg` });
}

function showDialog(svg: string, { title, name }: { title: string; name: string }): void {
  const picture = build('img', 'ticket-picture');
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  picture.alt = `Ticket of the phase “${title}”, with what you can do now`;
  const save = buildButton('Download SVG', () => download(svg, { name, type: 'image/svg+xml' }));
  const print = buildButton('Print', () => window.print());
  const close = buildButton('Close', () => dialog.close());
  const dialog = build('dialog', 'ticket', picture, build('p', 'ticket-buttons no-print', save, print, close));
  dialog.setAttribute('aria-label', `Your ticket: ${title}`);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The color of a roadmap on paper, which is light even if the reader's theme is dark. */
function colorOf(line: string): string {
  const probe = build('span', '');
  probe.dataset['line'] = line;
  probe.style.colorScheme = 'light';
  probe.style.color = 'var(--line)';
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The text and color of the ticket for a finished phase. */
export interface Ticket {
  readonly roadmap: string;
  readonly badge: string;
  /** In CSS notation: `rgb(26, 127, 79)`. */
  readonly color: string;
  readonly phase: string;
  readonly goal: string;
  /** What the reader can do now. */
  readonly outcomes: readonly string[];
  /** "November 23, 2026". */
  readonly date: string;
}

const width = 720;
const inner = 60;
const face = 'Overpass, system-ui, sans-serif';

/** Breaks a text between words into lines of a maximum length. */
function wrapText(text: string, max: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < max) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Draws a ticket as an SVG file, which prints on any paper size. */
export function drawTicket({ roadmap, badge, color, phase, goal, outcomes, date }: Ticket): string {
  const parts: string[] = [];
  let y = 178;
  const write = (text: string, { size, weight = 400, gap, fill = '#3d4250', x = inner }: TextStyle) => {
    parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeHtml(text)}</text>`,
    );
    y += gap;
  };
  for (const line of wrapText(phase, 34)) write(line, { size: 34, weight: 700, gap: 42, fill: '#15171d' });
  for (const line of wrapText(goal, 66)) write(line, { size: 18, gap: 26 });
  y += 22;
  for (const outcome of outcomes) {
    parts.push(
      `<circle cx="${inner + 8}" cy="${y - 6}" r="6" fill="none" stroke="${escapeHtml(color)}" stroke-width="4"/>`,
    );
    for (const line of wrapText(outcome, 62)) write(line, { size: 18, gap: 26, x: inner + 30 });
    y += 6;
  }
  y += 24;
  write(`Finished on ${date} · Wayline`, { size: 16, gap: 34, fill: '#5b6070' });
  const height = y + 10;
  const bandColor = escapeHtml(color);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${face}">
<title>${escapeHtml(`Ticket: ${phase}, ${roadmap}`)}</title>
<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="22" fill="#ffffff" stroke="${bandColor}" stroke-width="2"/>
<path d="M1 23a22 22 0 0 1 22-22h${width - 46}a22 22 0 0 1 22 22v87H1z" fill="${bandColor}"/>
<rect x="${inner}" y="34" width="76" height="48" rx="10" fill="#ffffff"/>
<text x="${inner + 38}" y="67" font-size="26" font-weight="700" text-anchor="middle" fill="${bandColor}">${escapeHtml(badge)}</text>
<text x="${inner + 96}" y="68" font-size="28" font-weight="700" fill="#ffffff">${escapeHtml(roadmap)}</text>
${parts.join('\n')}
</svg>
`;
}

interface TextStyle {
  readonly size: number;
  readonly weight?: number;
  /** The distance from this line to the next. */
  readonly gap: number;
  readonly fill?: string;
  readonly x?: number;
}
