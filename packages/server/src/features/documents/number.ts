import { formatLetterNumber, numberingOf, witaDate, type Letter, type Numbering, type Service } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { Reader, Tx } from '../../db/index.js';
import { peekNumber, takeNumber, type Series } from '../../letters/numbering.js';
import type { ApplicationRow } from '../applications/row.js';
import { signingOffice } from '../applications/stages.js';

/** Gives an approved application its letter number; one that has a number keeps it. */
export async function assignNumber(
  tx: Tx,
  app: Pick<App, 'clock' | 'villages'>,
  row: ApplicationRow,
  service: Service,
): Promise<{ letter_number: string; letter_sequence: number; letter_office: string } | undefined> {
  const { letter } = service;
  if (letter === undefined || row.letter_number !== null) return undefined;
  const { series, spell } = planNumber(app, signingOffice(service, row.village_code), letter);
  const number = await takeNumber(tx, series);
  return { letter_number: spell(number), letter_sequence: number, letter_office: series.office };
}

/** The number an application has, or would get if it were approved now. */
export async function previewNumber(
  reader: Reader,
  app: Pick<App, 'clock' | 'villages'>,
  row: ApplicationRow,
  service: Service,
): Promise<{ number: string; assigned: boolean } | undefined> {
  if (row.letter_number !== null) return { number: row.letter_number, assigned: true };
  const { letter } = service;
  if (letter === undefined) return undefined;
  const { series, spell } = planNumber(app, signingOffice(service, row.village_code), letter);
  return { number: spell(await peekNumber(reader, series)), assigned: false };
}

/** Which counter a letter of this office takes its number from today, and how the number is spelled. */
function planNumber(
  app: Pick<App, 'clock' | 'villages'>,
  office: string,
  { classification, abbreviation }: Letter,
): { readonly series: Series; readonly spell: (number: number) => string } {
  const on = witaDate(app.clock());
  const { mask, scope } = numberingFor(app, office);
  return {
    series: { office, year: Number(on.slice(0, 4)), scope, type: abbreviation, classification },
    spell: (number) => formatLetterNumber(mask, { classification, abbreviation, number, villageCode: office, on }),
  };
}

/** A village's own way, or the usual one of other offices; profiles are refused at load when theirs could repeat a number. */
function numberingFor(app: Pick<App, 'villages'>, office: string): Numbering {
  const village = app.villages.find(office);
  return numberingOf({ mask: village?.letterNumberMask, scope: village?.letterCounter });
}
