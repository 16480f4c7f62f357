import type { Field, Requirement } from '@e-sewaka/contract';
import type { FormState } from './form-state.js';
import type { OwnFields } from './own-fields.js';
import { askedFields, pagesOf, type FormPage } from './pages.js';

/** Where a person is in the form, and what is asked there. */
export class Journey {
  readonly state: FormState;
  readonly asksVillage: boolean;
  page = 'start';
  /** Answers are being changed from the review, which is where to return to. */
  returning = false;
  /** How far a draft that was taken up had come. */
  reached = '';
  /** The questions every service shares; they come with the part that is loaded later. */
  ownFields: (() => OwnFields) | undefined;

  constructor(state: FormState) {
    this.state = state;
    this.asksVillage = state.villageCode === undefined;
  }

  get pages(): readonly FormPage[] {
    return pagesOf(this.state.service, this.state.values, this.asksVillage);
  }

  get current(): FormPage {
    const { pages } = this;
    return pages.find(({ id }) => id === this.page) ?? { id: 'start' };
  }

  get own(): OwnFields {
    return this.ownFields?.() ?? { village: [], contact: [], declaration: [] };
  }

  /** Every field of the form's own pages. */
  get ownList(): readonly Field[] {
    const { village, contact, declaration } = this.own;
    return [...(this.asksVillage ? village : []), ...contact, ...declaration];
  }

  /** The fields of a page that may be asked, whether or not their condition holds now. */
  fieldsOf({ id, step }: FormPage): readonly Field[] {
    if (step) return this.state.service.steps.find((one) => one.id === step.id)?.fields ?? [];
    if (id === 'village' || id === 'contact' || id === 'declaration') return this.own[id];
    return id === 'documents' ? this.state.service.requirements.flatMap(wayField) : [];
  }

  /** The fields that are asked on a page now. */
  askedOn(page: FormPage): readonly Field[] {
    return askedFields(this.fieldsOf(page), this.state.values);
  }
}

/** The choice of how to hand a document in, as a field of its own, where there is a choice. */
function wayField(needed: Requirement): Field[] {
  if (needed.ways.length < 2 && needed.required !== false) return [];
  const options = [...needed.ways, ...(needed.required === false ? ['skip'] : [])].map((value) => ({ value, label: needed.label }));
  return [{ type: 'radios', name: `doc.${needed.id}`, label: needed.label, required: false, options }];
}
