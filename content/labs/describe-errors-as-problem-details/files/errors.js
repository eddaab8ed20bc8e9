export class NotFoundError extends Error {
  name = 'NotFoundError';
}

export class ValidationError extends Error {
  name = 'ValidationError';

  constructor(errors) {
    super(`${errors.length} fields are not valid`);
    this.errors = errors;
  }
}

export class RateLimitError extends Error {
  name = 'RateLimitError';

  constructor(seconds) {
    super('slow down');
    this.seconds = seconds;
  }
}

/** Throws an error of the kind that the name says, as the shop does. */
export function fail(name, value) {
  if (name === 'NotFoundError') throw new NotFoundError(value);
  if (name === 'ValidationError') throw new ValidationError(value);
  if (name === 'RateLimitError') throw new RateLimitError(value);
  throw value;
}
