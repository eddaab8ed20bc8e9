import { createHash } from 'node:crypto';

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * A page of the site that holds nothing but a frame of an opaque origin. The frame stands in the markup, because a service
 * worker does not serve a sandboxed frame that has an address, and because no script may write one under Trusted Types.
 * @param host the script in the frame, as one classic script.
 */
export function sandboxPage(host: string): string {
  if (host.includes('</script')) throw new Error('The script of the sandbox would end its own tag.');
  const hash = `'sha256-${createHash('sha256').update(host).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash} blob: 'wasm-unsafe-eval'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const frame = `<!doctype html><html lang="en"><head><meta charset="utf-8">${meta}<title>Code</title></head><body><script>${host}</script></body></html>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${meta}
<meta name="robots" content="noindex">
<title>Code sandbox · Wayline</title>
</head>
<body>
<iframe title="Code" sandbox="allow-scripts" srcdoc="${attribute(frame)}"></iframe>
</body>
</html>
`;
}
