const everywhere = { bubbles: true, composed: true } as const;

/** Fired before an application is sent; `preventDefault()` keeps it on the device. */
export class SewakaSubmitEvent extends Event {
  static readonly type = 'sewaka-submit';
  readonly serviceId: string;
  readonly villageCode: string;
  constructor(serviceId: string, villageCode: string) {
    super(SewakaSubmitEvent.type, { ...everywhere, cancelable: true });
    this.serviceId = serviceId;
    this.villageCode = villageCode;
  }
}

/** Fired after the server has accepted an application. */
export class SewakaSubmittedEvent extends Event {
  static readonly type = 'sewaka-submitted';
  readonly applicationId: string;
  readonly trackingCode: string;
  constructor(applicationId: string, trackingCode: string) {
    super(SewakaSubmittedEvent.type, everywhere);
    this.applicationId = applicationId;
    this.trackingCode = trackingCode;
  }
}

/** Fired when a tracked application is seen in another status than before. */
export class SewakaStatusChangeEvent extends Event {
  static readonly type = 'sewaka-status-change';
  readonly applicationId: string;
  readonly status: string;
  readonly previous: string | undefined;
  constructor(applicationId: string, status: string, previous?: string) {
    super(SewakaStatusChangeEvent.type, everywhere);
    this.applicationId = applicationId;
    this.status = status;
    this.previous = previous;
  }
}

/** Fired when a widget could not do what it was asked for; `code` is a problem code or an error kind, never a sentence. */
export class SewakaErrorEvent extends Event {
  static readonly type = 'sewaka-error';
  readonly code: string;
  readonly requestId: string | undefined;
  constructor(code: string, requestId?: string) {
    super(SewakaErrorEvent.type, everywhere);
    this.code = code;
    this.requestId = requestId;
  }
}

/** Fired by a provider whose brand colour is not taken; `code` is `color_refused` or `color_not_understood`. */
export class SewakaColorEvent extends SewakaErrorEvent {
  readonly role: string;
  readonly value: string;
  readonly ratio: number | undefined;
  readonly nearest: string | undefined;
  constructor({ role, value, ratio, nearest }: { readonly role: string; readonly value: string; readonly ratio?: number; readonly nearest?: string }) {
    super(ratio === undefined ? 'color_not_understood' : 'color_refused');
    this.role = role;
    this.value = value;
    this.ratio = ratio;
    this.nearest = nearest;
  }
}

/** Fired when a person picks a service; `preventDefault()` keeps the catalogue from opening it itself. */
export class SewakaSelectEvent extends Event {
  static readonly type = 'sewaka-select';
  readonly serviceId: string;
  constructor(serviceId: string) {
    super(SewakaSelectEvent.type, { ...everywhere, cancelable: true });
    this.serviceId = serviceId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'sewaka-submit': SewakaSubmitEvent;
    'sewaka-submitted': SewakaSubmittedEvent;
    'sewaka-status-change': SewakaStatusChangeEvent;
    'sewaka-error': SewakaErrorEvent;
    'sewaka-select': SewakaSelectEvent;
  }
}
