import { isVisible, visibleSteps, type Answers, type Field, type Step } from '@e-sewaka/contract';
import type { ServiceDefinition } from '../../internal/client.js';

/** Pages that are not steps of the service itself. */
export type PageId = 'start' | 'village' | 'documents' | 'contact' | 'declaration' | 'review';

/** One page of the journey; `step` is the step of the service it shows. */
export interface FormPage {
  readonly id: string;
  readonly step?: Step;
}

/** The pages in order, for the answers so far. */
export function pagesOf(service: ServiceDefinition, values: Answers, asksVillage: boolean): readonly FormPage[] {
  const page = (id: PageId): FormPage => ({ id });
  return [
    page('start'),
    ...(asksVillage ? [page('village')] : []),
    ...visibleSteps(service, values).map((step) => ({ id: `step-${step.id}`, step })),
    ...(service.requirements.length > 0 ? [page('documents')] : []),
    page('contact'),
    page('declaration'),
    page('review'),
  ];
}

/** The fields shown now. */
export function askedFields(fields: readonly Field[], values: Answers): readonly Field[] {
  return fields.filter((field) => isVisible(field, values));
}

/** Which question this is of how many, the start page not counted. */
export function progressOf(pages: readonly FormPage[], id: string): { readonly now: number; readonly all: number } {
  return { now: pages.findIndex((page) => page.id === id), all: pages.length - 1 };
}
