import { parseTrackingCode } from '@e-sewaka/contract';
import type { App } from '../../context.js';

/** Hash under which an application is found by its tracking code; a text that cannot be a code hashes to nothing's. */
export function trackingHash(app: Pick<App, 'secrets'>, typed: string): string {
  return app.secrets.hash('tracking-code', parseTrackingCode(typed) ?? `? ${typed}`);
}

/** Hash of a second factor, bound to its tracking code: equal factors of two applications do not look equal. */
export function factorHash(app: Pick<App, 'secrets'>, codeHash: string, factor: { kind: string; value: string }): string {
  return app.secrets.hash('tracking-factor', [codeHash, factor.kind, factor.value].join('\n'));
}
