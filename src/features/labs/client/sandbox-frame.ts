import type { FromSandbox, ToSandbox } from '../sandbox/messages.ts';

/** How long the sandbox may take to appear, in milliseconds. */
const patience = 20_000;

/** The frame that code runs in, with the only line to it. */
export class SandboxFrame {
  readonly #frame: HTMLIFrameElement;
  readonly #port: MessagePort;
  #hear: (message: FromSandbox) => void = () => {};

  private constructor(frame: HTMLIFrameElement, port: MessagePort) {
    this.#frame = frame;
    this.#port = port;
    port.onmessage = ({ data }: MessageEvent<FromSandbox>) => this.#hear(data);
  }

  /** @throws Error when the frame does not appear: offline without a copy, or blocked. */
  static async open(address: string): Promise<SandboxFrame> {
    const frame = document.createElement('iframe');
    frame.title = 'Code sandbox';
    frame.hidden = true;
    const loaded = new Promise<void>((resolve, reject) => {
      frame.addEventListener('load', () => resolve(), { once: true });
      setTimeout(() => reject(new Error('The code sandbox did not appear.')), patience);
    });
    frame.src = address;
    document.body.append(frame);
    await loaded;
    const inner = frame.contentWindow?.frames[0];
    if (!inner) {
      frame.remove();
      throw new Error('The code sandbox could not be loaded.');
    }
    const { port1, port2 } = new MessageChannel();
    // Its origin is opaque, and so has no name to give.
    inner.postMessage('open', '*', [port2]);
    return new SandboxFrame(frame, port1);
  }

  send(message: ToSandbox, transfer: Transferable[] = []): void {
    this.#port.postMessage(message, transfer);
  }

  listen(listener: (message: FromSandbox) => void): void {
    this.#hear = listener;
  }

  /** Ends everything in it, whatever it does. */
  remove(): void {
    this.#port.close();
    this.#frame.remove();
  }
}
