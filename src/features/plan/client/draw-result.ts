import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import type { Plan } from '../plan.ts';
import { hoursPerWeek, type PlanRequest } from '../request.ts';
import { summaryText, verdictWords } from '../words.ts';
import { drawCode } from './draw-code.ts';
import { drawWeeks } from './draw-weeks.ts';

interface Result {
  readonly plan: Plan;
  /** The plan that stood here before the last change. */
  readonly before: Plan | undefined;
  readonly request: PlanRequest;
  /** What was said while the address was read. */
  readonly notes: readonly string[];
  readonly change: (changes: Partial<PlanRequest>) => void;
}

/**
 * Shows a plan: what changed in one line, what there is to say about it, and its weeks.
 * @returns what can wait: closed months, and the link for paper.
 */
export function drawResult(root: HTMLElement, result: Result): readonly (() => void)[] {
  const { plan } = result;
  const said = partOf(root, '[data-said]');
  said.textContent = effectText(result);
  said.toggleAttribute('data-idle', said.textContent === invitation);
  partOf(root, '[data-result]').hidden = plan.items.length === 0;
  partOf(root, '[data-title]').textContent = plan.title;
  partOf(root, '[data-summary]').textContent = summaryText(plan);
  partOf(root, '[data-verdict]').replaceChildren(...drawVerdict(result));
  const focus = () => partOf(root, '[data-title]').focus();
  partOf(root, '[data-ways-out]').replaceChildren(...drawWaysOut(result, focus));
  return [...drawWeeks(partOf(root, '[data-weeks]'), plan), () => drawLink(partOf(root, '[data-code]'))];
}

/** What stands there before anything is chosen. */
const invitation = 'Choose a line or a role.';

/** The end, how far it moved with the last change, and whether the target is met. */
function effectText({ plan, before, notes }: Result): string {
  const [verdict = ''] = verdictWords(plan);
  if (plan.items.length === 0) return notes[0] ?? plan.complaints[0] ?? invitation;
  const moved = before?.finish === undefined || plan.finish === undefined ? 0 : plan.finish - before.finish;
  const shift =
    moved === 0 ? '' : `${countText(Math.abs(moved), 'day')} ${moved > 0 ? 'later' : 'earlier'} than before.`;
  return [notes[0] ?? '', summaryText(plan), shift, verdict].filter(Boolean).join(' ');
}

/** What is doubtful about the plan, what would make its target, and what it leaves out; a sentence each. */
function drawVerdict({ plan, notes }: Result): HTMLElement[] {
  const { unwritten, known } = plan;
  const leftOut = [
    ...(unwritten > 0
      ? [`Not in the plan, because nobody has written them yet: ${countText(unwritten, 'stop')}.`]
      : []),
    ...(known > 0 ? [`Not in the plan, because you know them or leave them out: ${countText(known, 'stop')}.`] : []),
  ];
  return [...notes, ...plan.complaints, ...verdictWords(plan), ...leftOut].map((sentence) => build('li', '', sentence));
}

/** A button for every way to make the target. It goes when it has done its work; focus then moves on. */
function drawWaysOut({ plan: { verdict }, request, change }: Result, focus: () => void): HTMLElement[] {
  if (verdict.kind !== 'missed') return [];
  const { week, leaveOut } = verdict;
  const without = new Set([...request.known, ...(leaveOut ?? []).map(({ id }) => id)]);
  const drawWay = (label: string, changes: Partial<PlanRequest>) =>
    drawButton(label, () => {
      change(changes);
      focus();
    });
  return [
    ...(week ? [drawWay(`Study ${hoursPerWeek(week)} hours a week`, { week })] : []),
    ...(leaveOut ? [drawWay(`Leave out ${countText(leaveOut.length, 'stop')}`, { known: without })] : []),
  ];
}

function drawButton(label: string, press: () => void): HTMLButtonElement {
  const button = build('button', 'button', label);
  button.type = 'button';
  button.addEventListener('click', press);
  return button;
}

/** The link to the plan for paper. */
function drawLink(figure: HTMLElement): void {
  const code = drawCode(location.href);
  figure.replaceChildren(...(code ? [code] : []), build('figcaption', '', 'The plan, to open and change'));
}
