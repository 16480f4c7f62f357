import { formatAnswer, plainText, type PrintNames } from './answer-display.js';
import { answerOf, visibleFields } from './conditions.js';
import { nationalPhone } from './identity/phone.js';
import type { Answer, Answers, Field, Service } from './service.js';

/**
 * The printed forms of all asked answers, for `renderTemplate`: Indonesian, names in capitals, numbers as on the cards.
 * The parts of an address stand beside it as `address.street`.
 */
export function printAnswers(service: Pick<Service, 'steps'>, answers: Answers, names: PrintNames = {}): Record<string, string> {
  const printed: Record<string, string> = {};
  for (const field of visibleFields(service, answers)) {
    if (answerOf(answers, field.name) === undefined) continue;
    const answer = answers[field.name];
    if (answer === undefined) continue;
    printed[field.name] = printAnswer(field, answer, names);
    if (field.type === 'address' && typeof answer === 'object' && !Array.isArray(answer)) {
      for (const [part, value] of Object.entries(answer)) {
        printed[`${field.name}.${part}`] = part === 'villageCode' ? (names.village?.(String(value)) ?? String(value)) : String(value);
      }
    }
  }
  return printed;
}

/** The printed form of one answer in a letter. */
export function printAnswer(field: Field, answer: Answer, names: PrintNames = {}): string {
  switch (field.type) {
    case 'name':
      return plainText(answer).toUpperCase();
    case 'nik':
    case 'kk':
    case 'nib':
      return plainText(answer);
    case 'phone':
      return nationalPhone(plainText(answer));
    default:
      return formatAnswer(field, answer, 'id', names).trim();
  }
}
