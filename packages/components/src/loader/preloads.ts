// Filled in when the bundle is written; a plain build has nothing to fetch ahead.
const built = '__PRELOADS__';

type Preloads = Readonly<Record<string, readonly string[]>>;

/** The files each widget needs, beside its own, so that all are fetched at once instead of one after another. */
export const preloads: Preloads = built.startsWith('{') ? (JSON.parse(built) as Preloads) : {};
