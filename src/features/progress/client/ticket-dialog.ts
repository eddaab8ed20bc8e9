import { build, buildButton } from '#lib/browser/build.ts';
import { download } from '#lib/browser/download.ts';
import { withBase } from '#lib/href.ts';
import { drawTicket } from '../ticket.ts';

/** What the ticket needs of a roadmap's data, `/roadmaps/<id>.json`. */
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
  const response = await fetch(withBase(`/roadmaps/${roadmap}.json`, import.meta.env.BASE_URL));
  if (!response.ok) throw new Error(`roadmaps/${roadmap}.json: ${response.status}`);
  const { data } = (await response.json()) as { readonly data: RoadmapData };
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

/** The color of a roadmap on paper, which is light whatever the reader's theme. */
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
