import { withCache, withLog, withRetry } from './decorators.js';
import { createMapProvider } from './map-provider.js';

// #region factory
export function createGeocoder(settings, log) {
  switch (settings.kind) {
    case 'maps': {
      if (!/^https?:$/.test(URL.parse(settings.url)?.protocol)) {
        throw new Error('MAPS_URL must be an http or https URL');
      }
      if (!settings.key) throw new Error('MAPS_KEY is missing');
      const maps = withLog(createMapProvider(settings), log);
      return withCache(withRetry(maps));
    }
    case 'none':
      return { locate: async () => null };
    default:
      throw new Error(`unknown geocoder "${settings.kind}"`);
  }
}
// #endregion factory
