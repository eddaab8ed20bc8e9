import { SpanStatusCode } from '@opentelemetry/api';

export function markFailed(span, error) {
  span.recordException(error);
  span.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
}
