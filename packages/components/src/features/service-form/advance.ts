import { isPersonal, type Documents } from '@e-sewaka/contract';
import { textIn } from '../../internal/text.js';
import { wayOf } from './documents-page.js';
import type { FormProblem } from './form-state.js';
import type { Journey } from './journey.js';
import type { FormPage } from './pages.js';
import { askedDocuments, checkFields, checkProvided } from './rules.js';
import type { Uploads } from '../../controls/upload/index.js';
import type { FormView } from './view.js';

/** The documents as they are handed in now. */
export function providedDocuments(view: FormView, uploads: Uploads): Documents {
  return uploads.documents(askedDocuments(view.state, view.today), (needed) => wayOf(view, needed));
}

/** Everything wrong on a page. */
export function checkPage(journey: Journey, page: FormPage, uploads: Uploads, view: FormView): FormProblem[] {
  const { state } = journey;
  if (page.id !== 'documents') return checkFields(state, journey.askedOn(page), view.today);
  const asked = askedDocuments(state, view.today);
  return checkProvided(state, providedDocuments(view, uploads), uploads.pending(asked), view.today);
}

/** The first page with something wrong, the review itself not counted. */
export function firstUnfinished(
  journey: Journey,
  uploads: Uploads,
  view: FormView,
): { readonly page: string; readonly problems: readonly FormProblem[] } | undefined {
  for (const page of journey.pages) {
    if (page.id === 'start' || page.id === 'review') continue;
    const problems = checkPage(journey, page, uploads, view);
    if (problems.length > 0) return { page: page.id, problems };
  }
  return undefined;
}

/** Where Continue leads: the next page; after a change from the review straight back, unless new questions have come up. */
export function nextPage(journey: Journey, uploads: Uploads, view: FormView): string {
  const { pages, page } = journey;
  if (journey.returning) return firstUnfinished(journey, uploads, view)?.page ?? 'review';
  const rest = pages.slice(pages.findIndex(({ id }) => id === page) + 1);
  const skipDocuments = askedDocuments(view.state, view.today).length === 0;
  return rest.find(({ id }) => !(id === 'documents' && skipDocuments))?.id ?? 'review';
}

/** The questions a draft left open because their answers are personal, in words. */
export function retypeWords(journey: Journey, view: FormView): string {
  const open = journey.pages
    .flatMap((page) => journey.askedOn(page))
    .filter((field) => isPersonal(field) && field.required !== false && journey.state.values[field.name] === undefined);
  return open.map((field) => textIn(field.label, view.locale)).join(', ');
}
