import type { Config } from './config.js';
import type { Secrets } from './secrets.js';

/** A site that embeds the widgets. The publishable key is public by nature and opens nothing by itself. */
export interface Site {
  readonly origin: string;
  readonly key: string;
}

/** The registered sites. */
export interface Sites {
  readonly all: readonly Site[];
  /** Tells whether pages of this exact origin may call the API. */
  allows(origin: string): boolean;
  /** Tells whether a key is one of ours and, when the browser says where it comes from, comes from its own site. */
  keyFits(key: string, origin: string | undefined): boolean;
}

/** Registers the sites of the configuration; keys follow from the secret, so that every process knows the same ones. */
export function registerSites(config: Pick<Config, 'siteOrigins' | 'publicUrl'>, secrets: Secrets): Sites {
  const origins = [...new Set([config.publicUrl, ...config.siteOrigins])];
  const all = origins.map((origin) => ({ origin, key: `pk_${secrets.hash('publishable-key', origin).slice(0, 32)}` }));
  const byKey = new Map(all.map((site) => [site.key, site]));
  const known = new Set(origins);
  return {
    all,
    allows: (origin) => known.has(origin),
    keyFits(key, origin) {
      const site = byKey.get(key);
      return site !== undefined && (origin === undefined || origin === site.origin || origin === config.publicUrl);
    },
  };
}
