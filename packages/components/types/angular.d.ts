/**
 * Types for Angular, whose templates do not type custom elements: list `CUSTOM_ELEMENTS_SCHEMA` in the component, and use these
 * for references and handlers.
 * @example form = viewChild.required<ElementRef<SewakaElement<'sewaka-service-form'>>>('form');
 * @example onSubmitted(event: SewakaEvent<'sewaka-service-form', 'sewaka-submitted'>) { … }
 */
import type { SewakaElements } from './elements.js';

/** The element behind a template reference. */
export type SewakaElement<Tag extends keyof SewakaElements> = SewakaElements[Tag]['element'];
/** The `$event` of an element's event. */
export type SewakaEvent<Tag extends keyof SewakaElements, Name extends keyof SewakaElements[Tag]['events']> = SewakaElements[Tag]['events'][Name];
