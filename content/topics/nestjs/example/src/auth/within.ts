import { ServiceUnavailableException } from '@nestjs/common';

/** Waits for a promise, but not longer than this. */
export async function within<T>(milliseconds: number, promise: Promise<T>) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new ServiceUnavailableException('Try again later');
    timer = setTimeout(() => reject(error), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
