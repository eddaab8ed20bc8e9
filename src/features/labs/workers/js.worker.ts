/** The engine of JavaScript: a classic worker, started from a `blob:` in the sandbox, for one run. */
import { openJsEngine, type Platform } from '../runner/js/run.ts';
import { openOnPort } from './browser-port.ts';

const platform: Platform = {
  toAddress: (source) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' })),
  onUncaught: (listener) => {
    addEventListener('error', (event) => {
      event.preventDefault();
      listener(event.error ?? event.message);
    });
    addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      listener(event.reason);
    });
  },
};

openOnPort((post) => openJsEngine(post, platform));
