import { checkAnswers, structuralCodes, type Service } from '@e-sewaka/contract';
import type { Finding } from '../outline.js';

/** Any day will do: what depends on today is left to the tests. */
const today = '2026-01-01';

/** Checks that valid examples are accepted and invalid ones refused for just the reasons they name, as far as structure goes. */
export function checkExamples(service: Service): Finding[] {
  const { valid, invalid } = service.examples;
  return [
    ...valid.flatMap(({ answers }, index) =>
      structural(checkAnswers(service, answers, { today })).map((problem) => ({
        path: ['examples', 'valid', index],
        reason: `the form refuses this example: ${said(problem)}`,
      })),
    ),
    ...invalid.flatMap(({ answers, problems }, index) => {
      const found = structural(checkAnswers(service, answers, { today })).map(said);
      const named = structural(problems).map(said);
      const path = ['examples', 'invalid', index];
      return [
        ...found.filter((one) => !named.includes(one)).map((one) => ({ path, reason: `the form also finds ${one}` })),
        ...named
          .filter((one) => !found.includes(one))
          .map((one) => ({ path, reason: `the form does not find ${one}` })),
      ];
    }),
  ];
}

interface Said {
  readonly pointer: string;
  readonly code: string;
}

function structural<Problem extends Said>(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ code }) => structuralCodes.some((known) => known === code));
}

function said({ pointer, code }: Said): string {
  return `${pointer} ${code}`;
}
