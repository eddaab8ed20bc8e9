/** The most characters of one run that reach the page. More helps no one and makes the page slow. */
const mostOutput = 100_000;

/** Output is sent on when so much has gathered, or so much time has passed. */
const batch = { characters: 4096, milliseconds: 40 };

/** Collects what code prints, sends it on in batches, and cuts it at the limit. */
export class Output {
  readonly #send: (text: string) => void;
  #waiting = '';
  #sent = 0;
  #lastSent = 0;
  #isCut = false;
  #captured: string[] | undefined;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  write(text: string): void {
    if (this.#captured) this.#captured.push(text.slice(0, mostOutput));
    else this.#show(text);
  }

  /** From now on keeps what is written to itself; the answer gives it and ends that. */
  capture(): () => string {
    const captured: string[] = [];
    this.#captured = captured;
    return () => {
      if (this.#captured === captured) this.#captured = undefined;
      return captured.join('');
    };
  }

  flush(): void {
    this.#lastSent = performance.now();
    if (this.#waiting === '') return;
    this.#send(this.#waiting);
    this.#waiting = '';
  }

  /** For the next run. */
  reset(): void {
    this.#waiting = '';
    this.#sent = 0;
    this.#isCut = false;
    this.#captured = undefined;
  }

  #show(text: string): void {
    if (this.#isCut) return;
    const rest = mostOutput - this.#sent;
    this.#isCut = text.length > rest;
    this.#waiting += this.#isCut
      ? `${text.slice(0, rest)}\n(The output is cut here, after ${mostOutput} characters.)\n`
      : text;
    this.#sent += text.length;
    const isDue = performance.now() - this.#lastSent > batch.milliseconds;
    if (isDue || this.#isCut || this.#waiting.length > batch.characters) this.flush();
  }
}
