/** Counts seconds while it runs. The clock of the system may be set meanwhile; this one goes on. */
export class Stopwatch {
  readonly #tick: (seconds: number) => void;
  #earlier = 0;
  #since: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tick: (seconds: number) => void, signal: AbortSignal) {
    this.#tick = tick;
    signal.addEventListener('abort', () => this.stop());
  }

  get seconds(): number {
    const running = this.#since === undefined ? 0 : performance.now() - this.#since;
    return Math.floor((this.#earlier + running) / 1000);
  }

  start(seconds = 0): void {
    this.stop();
    this.#earlier = seconds * 1000;
    this.#run();
  }

  stop(): void {
    if (this.#since !== undefined) this.#earlier += performance.now() - this.#since;
    this.#since = undefined;
    clearInterval(this.#timer);
  }

  /** Stops when it runs and goes on when it doesn't; tells whether it runs now. */
  toggle(): boolean {
    if (this.#since === undefined) this.#run();
    else this.stop();
    return this.#since !== undefined;
  }

  #run(): void {
    this.#since = performance.now();
    this.#timer = setInterval(() => this.#tick(this.seconds), 1000);
    this.#tick(this.seconds);
  }
}
