import Stripe from 'stripe';

export function connectStripe(key, options = {}, live = false) {
  // sk_ is a secret key, rk_ a restricted one.
  if (!key.match(live ? /^[sr]k_live_/ : /^[sr]k_test_/)) {
    throw new Error('The key is of the other mode');
  }
  return new Stripe(key, { timeout: 5_000, maxNetworkRetries: 2, ...options });
}
