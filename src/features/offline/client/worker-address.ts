/** As much of Trusted Types as is used: https://www.w3.org/TR/trusted-types/ */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

let policy: ScriptPolicy | undefined;

/**
 * The address of the worker, the same forever. The content security policy allows no script address to be made but by
 * this one policy, and it makes this one address.
 * @param base the site's folder, with a slash at both ends.
 */
export function workerAddress(base: string): string {
  const address = `${base}sw.js`;
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  if (!trustedTypes) return address;
  policy ??= trustedTypes.createPolicy('wayline-offline', {
    createScriptURL(asked) {
      if (asked !== address) throw new TypeError(`${asked} is not the worker of this site.`);
      return asked;
    },
  });
  // The DOM library knows addresses as strings only.
  return policy.createScriptURL(address) as string;
}
