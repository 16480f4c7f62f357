declare module '*/tools/build.mjs' {
  /** Brings what users get up to date: compiled packages and the widgets' bundle. */
  export function build(): Promise<void>;
}

declare module '*/tools/browser.mjs' {
  export const browserArgs: readonly string[];
  /** Path of a Chrome or Chromium. */
  export function findBrowser(): string;
}
