import { headerPolicy } from './content-security-policy.ts';

const everywhere = {
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** Files whose names carry a hash of their content. Hosts answer everything else with `max-age=0, must-revalidate`. */
const immutable = ['_astro/*', 'pagefind/fragment/*', 'pagefind/index/*', 'pagefind/filter/*'] as const;

/**
 * Response headers in the format of `_headers` files: a path pattern, then indented headers.
 * A file gets the headers of every pattern that it matches; no header stands in two patterns.
 * @param base the folder that the host serves the site from, with a slash at both ends.
 */
export function responseHeaders(base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
  return `${[block('*', everywhere), ...immutable.map((path) => block(path, forever))].join('\n\n')}\n`;
}
