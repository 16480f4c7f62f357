// Generated from the elements by tools/manifest.mjs; do not edit.
import type { DocumentVerify } from '../dist/features/document-verify/document-verify.js';
import type { IdLookup } from '../dist/features/id-lookup/id-lookup.js';
import type { ServiceForm } from '../dist/features/service-form/service-form.js';
import type { StatusTracker } from '../dist/features/status-tracker/status-tracker.js';
import type { SewakaErrorEvent, SewakaStatusChangeEvent, SewakaSubmitEvent, SewakaSubmittedEvent } from '../dist/internal/events.js';

/** Every element: its class, what a template may set, and the events it fires. */
export interface SewakaElements {
  /** Tells whether a letter is genuine and in force, by its code, its number or its QR. The signature in the QR is checked on the device first, then the server is asked; only public facts are shown. */
  'sewaka-document-verify': {
    element: DocumentVerify;
    props: {
      /** Code of a letter, or the content of its QR; without it the page's fragment is read. */
      code?: DocumentVerify['code'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: DocumentVerify['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: DocumentVerify['locale'] | undefined;
      /** A client to use instead of the provider's. */
      client?: DocumentVerify['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: DocumentVerify['headingLevel'] | undefined;
    };
    events: {
      /** When the check could not be done. */
      'sewaka-error': SewakaErrorEvent;
    };
  };
  /** Explains the structure of an identifier at once, on the device: nothing is sent, kept or put into an address. A NIK can also be verified by its owner, with consent, a stated purpose, two more facts and a code sent to the registered phone. */
  'sewaka-id-lookup': {
    element: IdLookup;
    props: {
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: IdLookup['headingLevel'] | undefined;
      /** Which number: `nik kk npwp nib nip bpjs letter tracking`; absent lets the person choose. */
      kind?: IdLookup['kind'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: IdLookup['locale'] | undefined;
      /** Page with the status tracker; a plausible tracking code links to it. */
      'track-url'?: IdLookup['trackUrl'] | undefined;
      /** Page that verifies letters; a plausible letter number links to it. */
      'verify-url'?: IdLookup['verifyUrl'] | undefined;
      /** A client to use instead of the provider's. */
      client?: IdLookup['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: IdLookup['headingLevel'] | undefined;
      /** Page with the status tracker; a plausible tracking code links to it. */
      trackUrl?: IdLookup['trackUrl'] | undefined;
      /** Page that verifies letters; a plausible letter number links to it. */
      verifyUrl?: IdLookup['verifyUrl'] | undefined;
    };
    events: {
      /** When a verification could not be done. */
      'sewaka-error': SewakaErrorEvent;
    };
  };
  /** The whole way of one government service: what it takes, the questions one step at a time, documents, contact, declaration, review, sending, and what happens next. */
  'sewaka-service-form': {
    element: ServiceForm;
    props: {
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: ServiceForm['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: ServiceForm['locale'] | undefined;
      /** Id of the service, such as `surat-keterangan-domisili`. */
      service?: ServiceForm['service'] | undefined;
      /** Page with a status tracker; the code is added as `#code=…`. Default: the tracker of the same server. */
      'track-href'?: ServiceForm['trackHref'] | undefined;
      /** Dotted code of the village; absent asks for it. */
      village?: ServiceForm['village'] | undefined;
      /** A client to use instead of the provider's. */
      client?: ServiceForm['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: ServiceForm['headingLevel'] | undefined;
      /** Page with a status tracker; the code is added as `#code=…`. Default: the tracker of the same server. */
      trackHref?: ServiceForm['trackHref'] | undefined;
    };
    events: {
      /** When something could not be loaded or sent. */
      'sewaka-error': SewakaErrorEvent;
      /** Before an application is sent; cancelable. */
      'sewaka-submit': SewakaSubmitEvent;
      /** After the server accepted it, with tracking code and application id. */
      'sewaka-submitted': SewakaSubmittedEvent;
    };
  };
  /** Where an application stands, by tracking code and a second factor of the resident's choice; no account. Moves while one watches, says what must be done now, and lets it be done in place. */
  'sewaka-status-tracker': {
    element: StatusTracker;
    props: {
      /** Tracking code, in any spelling; without it the page's `#code=…` is read. */
      code?: StatusTracker['code'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: StatusTracker['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: StatusTracker['locale'] | undefined;
      /** Address of the page that verifies letters; default `/verify` of the API's origin. */
      'verify-url'?: StatusTracker['verifyUrl'] | undefined;
      /** Token of a submission just made on this page: opens the tracker without asking. */
      accessToken?: StatusTracker['accessToken'] | undefined;
      /** A client to use instead of the provider's. */
      client?: StatusTracker['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: StatusTracker['headingLevel'] | undefined;
      /** Address of the page that verifies letters; default `/verify` of the API's origin. */
      verifyUrl?: StatusTracker['verifyUrl'] | undefined;
    };
    events: {
      /** When something could not be done. */
      'sewaka-error': SewakaErrorEvent;
      /** When the application is seen in another status than before. */
      'sewaka-status-change': SewakaStatusChangeEvent;
    };
  };
}
