import type { App } from '../../context.js';

/** The name under which a resident's applications are found without storing the NIK: an HMAC of it. */
export const residentRef = (app: Pick<App, 'secrets'>, nik: string): string => app.secrets.hash('resident', nik);
