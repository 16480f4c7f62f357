import type { Documents } from '@e-sewaka/contract';
import { wayOf } from './documents-page.js';
import type { FormProblem } from './form-state.js';
import type { Journey } from './journey.js';
import type { FormPage } from './pages.js';
import { stillOpen, type Resumed } from './resuming.js';
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

/** Where a draft goes on: the first page with an answer to type again or something wrong, else the review. */
export function firstOpen(journey: Journey, uploads: Uploads, view: FormView, resumed: Resumed): string {
  return journey.pages.find((page) => isQuestion(page) && !isComplete(journey, page, uploads, view, resumed))?.id ?? 'review';
}

function isQuestion({ id }: FormPage): boolean {
  return id !== 'start' && id !== 'review';
}

function isComplete(journey: Journey, page: FormPage, uploads: Uploads, view: FormView, resumed: Resumed): boolean {
  return stillOpen(journey, resumed, journey.askedOn(page)).length === 0 && checkPage(journey, page, uploads, view).length === 0;
}

/**
 * Where Continue leads: the next page; after a change from the review straight back, unless new questions have come up; in a
 * draft that was taken up past the pages that were complete already.
 */
export function nextPage(journey: Journey, uploads: Uploads, view: FormView, resumed?: Resumed): string {
  const { pages, page } = journey;
  if (journey.returning) return firstUnfinished(journey, uploads, view)?.page ?? 'review';
  const at = pages.findIndex(({ id }) => id === page);
  const reached = pages.findIndex(({ id }) => id === journey.reached);
  const skipDocuments = askedDocuments(view.state, view.today).length === 0;
  const next = pages.find((one, index) => {
    if (index <= at || (one.id === 'documents' && skipDocuments)) return false;
    return !(resumed && index < reached && isComplete(journey, one, uploads, view, resumed));
  });
  return next?.id ?? 'review';
}
