/** Work that can wait until the reader has seen the first of it; new work takes the place of what is not done yet. */
export class TaskQueue {
  #tasks: readonly (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Does the tasks one by one, and lets the browser draw and listen in between. */
  start(tasks: readonly (() => void)[]): void {
    clearTimeout(this.#timer);
    this.#tasks = tasks;
    if (tasks.length > 0) this.#timer = setTimeout(() => this.#next());
  }

  /** Does everything that is left at once. */
  finish(): void {
    const tasks = this.#tasks;
    this.start([]);
    for (const task of tasks) task();
  }

  #next(): void {
    const [task, ...rest] = this.#tasks;
    task?.();
    this.start(rest);
  }
}
