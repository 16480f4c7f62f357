import type { Answers, Service } from '@e-sewaka/contract';

/** Answers as somebody gives them who lives (or trades) in this banjar of this village. */
export function livingAt(service: Service, answers: Answers, home: { readonly villageCode: string; readonly banjar: string }): Answers {
  const name = service.applicant.banjar;
  const answer = name === undefined ? undefined : answers[name];
  if (name === undefined || answer === undefined) return answers;
  if (typeof answer === 'string') return { ...answers, [name]: home.banjar };
  return typeof answer === 'object' && 'street' in answer ? { ...answers, [name]: { ...answer, ...home } } : answers;
}
