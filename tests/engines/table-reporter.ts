import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints each journey as it ends, faults with their cause, and at the end a table: journey × engine. */
export default class TableReporter implements Reporter {
  readonly #rows = new Map<string, Map<string, string>>();
  #engines: readonly { readonly name: string; readonly title: string }[] = [];

  onBegin({ metadata }: FullConfig, suite: Suite): void {
    for (const line of metadata['skipped'] ?? []) console.log(line);
    this.#engines = suite.suites.map((each) => {
      const engine = each.project()?.use as { readonly engine?: { readonly version: string } };
      return { name: each.title, title: `${each.title} ${engine.engine?.version ?? ''}` };
    });
    for (const { title } of suite.allTests()) this.#rows.set(title, new Map());
  }

  onTestEnd(test: TestCase, { status, duration, errors }: TestResult): void {
    const engine = test.titlePath()[1] ?? '';
    this.#rows.get(test.title)?.set(engine, `${status} ${(duration / 1000).toFixed(1)} s`);
    if (status === 'passed') return void console.log(`${engine}: ${test.title}`);
    console.log(`\n${engine}: ${test.title}`);
    for (const { message, stack } of errors) console.log(stack ?? message);
  }

  onEnd({ status }: FullResult): void {
    const wide = Math.max(...[...this.#rows.keys()].map((title) => title.length));
    const line = (first: string, cells: readonly string[]) =>
      console.log([first.padEnd(wide), ...cells.map((cell) => cell.padEnd(24))].join('  ').trimEnd());
    line(
      '',
      this.#engines.map(({ title }) => title),
    );
    for (const [title, cells] of this.#rows)
      line(
        title,
        this.#engines.map(({ name }) => cells.get(name) ?? '–'),
      );
    console.log(`${this.#rows.size} journeys: ${status}`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
