import { counted } from '#features/practice/index.ts';
import { type PartName, partNames, parts, type UserData } from './user-data.ts';

/** How many items of a part are new, changed and untouched. An item that was deleted counts as changed. */
export type PartChanges = ReturnType<typeof countChanges>[number];

/** Counts what differs between two states of a reader's data: what an import would do, or what was done since one. */
export function countChanges(before: UserData, after: UserData) {
  return partNames.map((part) => ({ part, ...compareItems(itemsIn(before, part), itemsIn(after, part)) }));
}

/** The parts whose stored text differs between two states of a reader's data. */
export function changedParts(before: UserData, after: UserData): readonly PartName[] {
  const textOf = <Name extends PartName>(userData: UserData, name: Name) =>
    JSON.stringify(parts[name].format.toPlain(userData[name]));
  return partNames.filter((name) => textOf(before, name) !== textOf(after, name));
}

type Items = ReadonlyMap<string, string>;

function compareItems(before: Items, after: Items) {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const added = keys.filter((key) => !before.has(key)).length;
  const untouched = keys.filter((key) => before.get(key) === after.get(key)).length;
  return { added, changed: keys.length - added - untouched, untouched };
}

/** The items of a part by name, each as a text that changes when a reader would call the item changed. */
function itemsIn<Name extends PartName>(userData: UserData, name: Name): Items {
  return new Map(listItems[name](userData[name]).map(([key, content]) => [key, JSON.stringify(content)]));
}

type Item = readonly [key: string, content: unknown];

/** Marks that were taken back and notes that were emptied stay in storage, but are not items any more. */
const listItems: { readonly [Name in PartName]: (value: UserData[Name]) => readonly Item[] } = {
  marks: (marks) => [...marks].map(([id, { state }]): Item => [id, state]).filter(([, state]) => state !== 'none'),
  practice: ({ histories, interviews, settings, settingsAt }) => [
    ...[...histories].flatMap(([card, history]) =>
      counted(history).map(({ at, grade }): Item => [`${card} ${at}`, grade]),
    ),
    ...interviews.map((interview): Item => [`interview ${interview.at}`, interview]),
    ...(settingsAt > 0 ? [['settings', settings] as const] : []),
  ],
  notes: (notes) => [...notes].map(([key, { text }]): Item => [key, text]).filter(([, text]) => text !== ''),
  labs: (labs) => [...labs].map(([id, { code, passedAt, other, help }]) => [id, [code, passedAt, other, help]]),
  plans: (plans) => plans.map(({ id, title, address }) => [id, [title, address]]),
  interview: ({ goal, today }) => (goal ? [['goal', [goal, today]]] : []),
};
