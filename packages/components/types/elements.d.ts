// Generated from the elements by tools/manifest.mjs; do not edit.
import type { DisplaySettings } from '../dist/features/display-settings/display-settings.js';
import type { DocumentVerify } from '../dist/features/document-verify/document-verify.js';
import type { IdLookup } from '../dist/features/id-lookup/id-lookup.js';
import type { LanguageSwitcher } from '../dist/features/language-switcher/language-switcher.js';
import type { OfficerDesk } from '../dist/features/officer-desk/officer-desk.js';
import type { Provider } from '../dist/features/provider/provider.js';
import type { ServiceCatalog } from '../dist/features/service-catalog/service-catalog.js';
import type { ServiceForm } from '../dist/features/service-form/service-form.js';
import type { StatusTracker } from '../dist/features/status-tracker/status-tracker.js';
import type { Event, SewakaErrorEvent, SewakaSelectEvent, SewakaStatusChangeEvent, SewakaSubmitEvent, SewakaSubmittedEvent } from '../dist/internal/events.js';

/** Every element: its class, what a template may set, and the events it fires. */
export interface SewakaElements {
  /** Colours, contrast and text size as a person likes them, for every widget of the page. With `page`, the root element of the page gets `data-sewaka-scheme`, `-contrast` and `-text` as well, which `tokens.css` understands. */
  'sewaka-display-settings': {
    element: DisplaySettings;
    props: {
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: DisplaySettings['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: DisplaySettings['locale'] | undefined;
      /** Marks the root element of the page too. */
      page?: DisplaySettings['page'] | undefined;
      /** A client to use instead of the provider's. */
      client?: DisplaySettings['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: DisplaySettings['headingLevel'] | undefined;
    };
    events: {
    };
  };
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
      /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
      untitled?: DocumentVerify['untitled'] | undefined;
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
      /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
      untitled?: IdLookup['untitled'] | undefined;
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
  /** The languages in their own names. The choice holds for every widget of the page and is remembered on the device. */
  'sewaka-language-switcher': {
    element: LanguageSwitcher;
    props: {
      /** Does not remember the choice. */
      forget?: LanguageSwitcher['forget'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: LanguageSwitcher['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: LanguageSwitcher['locale'] | undefined;
      /** A client to use instead of the provider's. */
      client?: LanguageSwitcher['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: LanguageSwitcher['headingLevel'] | undefined;
    };
    events: {
    };
  };
  /** The desk of an office: its applications by urgency, one of them with answers beside files, and what may be done with it. Works by mouse, touch or keyboard; shows changes of colleagues as they happen. */
  'sewaka-officer-desk': {
    element: OfficerDesk;
    props: {
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: OfficerDesk['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: OfficerDesk['locale'] | undefined;
      /** Where officers sign in; default `/auth/login`, which comes back to this page. */
      'login-url'?: OfficerDesk['loginUrl'] | undefined;
      /** A client to use instead of the provider's. */
      client?: OfficerDesk['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: OfficerDesk['headingLevel'] | undefined;
      /** Where officers sign in; default `/auth/login`, which comes back to this page. */
      loginUrl?: OfficerDesk['loginUrl'] | undefined;
    };
    events: {
      /** When something could not be done. */
      'sewaka-error': SewakaErrorEvent;
    };
  };
  /** Server, language and look for every widget it contains. Renders nothing of its own. */
  'sewaka-provider': {
    element: Provider;
    props: {
      /** The village's second colour as `#rrggbb`, for small things. */
      accent?: Provider['accent'] | undefined;
      /** Where the API is; absent takes the script tag's own origin. */
      'base-url'?: Provider['baseUrl'] | undefined;
      /** `more` for stronger contrast. */
      contrast?: Provider['contrast'] | undefined;
      /** `compact` for dense pages such as desks. */
      density?: Provider['density'] | undefined;
      /** Language: `id`, `en` or `ban`. A person's own choice goes before it. */
      locale?: Provider['locale'] | undefined;
      /** The village's main colour as `#rrggbb`: links, the main button. All shades, also for dark, are computed from it; 4.5:1 on paper is needed. */
      primary?: Provider['primary'] | undefined;
      /** Colour scheme: `light`, `dark`, or `auto` for the device's; absent follows the page's `color-scheme`. */
      theme?: Provider['theme'] | undefined;
      /** Where the API is; absent takes the script tag's own origin. */
      baseUrl?: Provider['baseUrl'] | undefined;
      /** A client of the SDK to use instead of a new one, for example with a token of the host. */
      client?: Provider['client'] | undefined;
    };
    events: {
      /**  */
      'found': Event;
      /** When a brand colour is refused: `role`, `value`, `ratio` and `nearest`, the shade that would pass. */
      'sewaka-error': SewakaErrorEvent;
    };
  };
  /** Finds a government service and tells all about it; Start opens the form in place, or follows `service-href`. */
  'sewaka-service-catalog': {
    element: ServiceCatalog;
    props: {
      /** Whom the services shown at first are for. */
      audience?: ServiceCatalog['audience'] | undefined;
      /** The kind shown at first. */
      category?: ServiceCatalog['category'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      'heading-level'?: ServiceCatalog['headingLevel'] | undefined;
      /** Language of this widget: `id`, `en` or `ban`; absent follows the provider, then the page's `lang`. */
      locale?: ServiceCatalog['locale'] | undefined;
      /** What is searched for at first. */
      query?: ServiceCatalog['query'] | undefined;
      /** The service whose page is open. */
      service?: ServiceCatalog['service'] | undefined;
      /** Page with the form, `{service}` and `{village}` standing for id and code; absent opens the form in place. */
      'service-href'?: ServiceCatalog['serviceHref'] | undefined;
      /** Dotted code of a village: only what it offers. */
      village?: ServiceCatalog['village'] | undefined;
      /** A client to use instead of the provider's. */
      client?: ServiceCatalog['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: ServiceCatalog['headingLevel'] | undefined;
      /** Page with the form, `{service}` and `{village}` standing for id and code; absent opens the form in place. */
      serviceHref?: ServiceCatalog['serviceHref'] | undefined;
    };
    events: {
      /**  */
      'serviceId': Event;
      /** When the list or a service could not be loaded. */
      'sewaka-error': SewakaErrorEvent;
      /** When a person starts a service; cancel it to open the form elsewhere. */
      'sewaka-select': SewakaSelectEvent;
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
      /** The page's own heading names this widget already: leaves out the widget's name and introduction. */
      untitled?: StatusTracker['untitled'] | undefined;
      /** Address of the page that verifies letters; default `/embed/document-verify` of the API's origin. */
      'verify-url'?: StatusTracker['verifyUrl'] | undefined;
      /** Token of a submission just made on this page: opens the tracker without asking. */
      accessToken?: StatusTracker['accessToken'] | undefined;
      /** A client to use instead of the provider's. */
      client?: StatusTracker['client'] | undefined;
      /** Level of the widget's first heading, 1 to 6; default 2. */
      headingLevel?: StatusTracker['headingLevel'] | undefined;
      /** Address of the page that verifies letters; default `/embed/document-verify` of the API's origin. */
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
