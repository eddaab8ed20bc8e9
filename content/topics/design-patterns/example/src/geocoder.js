import { withCache, withLog, withRetry } from './decorators.js';
import { createMapProvider } from './map-provider.js';

// #region factory
export function createGeocoder(settings, log) {
  switch (settings.kind) {
    case 'maps': {
      if (!URL.canParse(settings.url)) throw new Error('MAPS_URL is no URL');
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
