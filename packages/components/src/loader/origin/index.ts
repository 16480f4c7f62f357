const origin = Symbol.for('e-sewaka.origin');

// A page without a provider works from the script tag's own origin; the first script on a page says which.
if (!Reflect.has(globalThis, origin)) Reflect.set(globalThis, origin, new URL(import.meta.url).origin);

export {};
