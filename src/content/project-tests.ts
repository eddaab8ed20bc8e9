/** A stage of a project's tests: a `describe` of the file, and what each of its tests checks. */
export interface Stage {
  readonly title: string;
  readonly tests: readonly string[];
}

/** The test file of a project, as readers download it. */
export type ProjectTests = NonNullable<ReturnType<typeof readProjectTests>>;

/** The line of a test file that stands for the helpers of all test files. */
const kitImport = /^import \{.+\} from '\.\.\/kit\.mjs';\n/mu;

/**
 * Reads the test file of a project.
 * @param files those beside the project's page, by name.
 * @param kit what the test files of all projects share; readers get one file, so it is put into each.
 */
export function readProjectTests(
  id: string,
  { files, kit }: { readonly files: ReadonlyMap<string, string>; readonly kit: string },
) {
  const name = `${id}.test.mjs`;
  const source = files.get(name);
  if (source === undefined) return undefined;
  const [head = ''] = /^(?:\/\/.*\n)+/u.exec(source) ?? [];
  return {
    name,
    text: source.replace(kitImport, () => kit.replaceAll(/^export /gmu, '')),
    /** What its first comment says: how to run it, and what it can't check. */
    command: /^\/\/ {3}(\S.*)$/mu.exec(head)?.[1] ?? '',
    untested: (/^\/\/ Not tested: ([\s\S]+)/mu.exec(head)?.[1] ?? '').replaceAll(/\s*\n(?:\/\/ )?/gu, ' ').trim(),
    stages: readStages(source),
  };
}

function readStages(source: string): readonly Stage[] {
  const stages: { title: string; tests: string[] }[] = [];
  for (const [, call, quoted = ''] of source.matchAll(
    /^(describe| {2}it)\(('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),/gmu,
  )) {
    const title = quoted.slice(1, -1).replaceAll(/\\(.)/gu, '$1');
    if (call === 'describe') stages.push({ title, tests: [] });
    else stages.at(-1)?.tests.push(title);
  }
  return stages;
}
