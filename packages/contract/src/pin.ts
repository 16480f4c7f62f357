import { dateParts } from './dates.js';

/** Why a PIN is refused. */
export const pinProblems = ['not_six_digits', 'repeated_digits', 'sequence', 'birth_date'] as const;
export type PinProblem = (typeof pinProblems)[number];

/** Checks a chosen PIN of six digits: refuses repeats (111111, 121212, 123123), runs (123456, 987654) and the birth date. */
export function checkPin(pin: string, known: { readonly bornOn?: string } = {}): PinProblem | undefined {
  if (!/^[0-9]{6}$/u.test(pin)) return 'not_six_digits';
  if ([1, 2, 3].some((period) => pin.slice(period) === pin.slice(0, -period))) return 'repeated_digits';
  if (isRun(pin, 1) || isRun(pin, 9)) return 'sequence';
  return known.bornOn !== undefined && birthDatePins(known.bornOn).includes(pin) ? 'birth_date' : undefined;
}

// Counts on past 9 to 0, so 890123 is a run as well.
function isRun(pin: string, step: number): boolean {
  return [...pin].every((digit, index) => index === 0 || (Number(pin[index - 1]) + step) % 10 === Number(digit));
}

function birthDatePins(bornOn: string): string[] {
  if (!dateParts(bornOn)) return [];
  const [yy, mm, dd] = [bornOn.slice(2, 4), bornOn.slice(5, 7), bornOn.slice(8, 10)];
  return [dd + mm + yy, yy + mm + dd, mm + dd + yy];
}
