declare module '*/tools/build.mjs' {
  /** Compiled packages and the widgets' bundle. */
  export const essentials: readonly string[];
  /** Brings these stages up to date. */
  export function build(names: readonly string[]): Promise<void>;
}

declare module '*/tools/browser.mjs' {
  export const browserArgs: readonly string[];
  /** Path of a Chrome or Chromium. */
  export function findBrowser(): string;
}

declare module '*/tools/browsers/engines.mjs' {
  /** Path of a Firefox, where there is one. */
  export function findFirefox(): string | undefined;
}
