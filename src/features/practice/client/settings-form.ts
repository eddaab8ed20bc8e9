import { partOf } from '#lib/browser/part-of.ts';
import { asSetting, type Settings, settingRanges } from '../settings.ts';
import { changeSettings, practice } from './practice-store.ts';

const numbers = Object.keys(settingRanges) as readonly (keyof typeof settingRanges)[];

/** Keeps the form of limits and goal in step with what is stored. A number out of range becomes the nearest in range. */
export function wireSettings(element: HTMLElement, signal: AbortSignal): void {
  const form = partOf<HTMLFieldSetElement>(element, '[data-settings]');
  const input = (name: keyof Settings) => partOf<HTMLInputElement>(form, `[name="${name}"]`);
  const show = ({ settings }: { settings: Settings }) => {
    for (const name of numbers) input(name).value = String(settings[name]);
    input('fourGrades').checked = settings.fourGrades;
  };
  form.addEventListener(
    'change',
    () => {
      const read = numbers.map((name) => [name, asSetting(name, input(name).valueAsNumber)] as const);
      const valid = Object.fromEntries(read.filter(([, value]) => value !== undefined));
      void changeSettings({ ...valid, fourGrades: input('fourGrades').checked });
    },
    { signal },
  );
  practice.watch(show, signal);
  form.disabled = false;
}
