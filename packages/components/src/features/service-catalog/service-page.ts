import { html, nothing, type TemplateResult } from 'lit';
import type { Locale, Text } from '@e-sewaka/contract';
import type { ServiceDefinition } from '../../internal/client.js';
import { heading } from '../../internal/heading.js';
import { clockIcon, fileIcon, walletIcon } from '../../internal/icons.js';
import { formatRupiah } from '../../internal/text.js';
import type { Translate } from '../../internal/words.js';
import type { CatalogKey } from '../../locales/catalog/index.js';
import type { CommonKey } from '../../locales/common/index.js';

/** What the page of a service sees of the catalogue. */
export interface CatalogView {
  readonly level: number;
  readonly locale: Locale;
  readonly say: Translate<CatalogKey>;
  readonly common: Translate<CommonKey>;
  text(text: Text): string;
  /** Where Start leads; undefined opens the form in place. */
  href(serviceId: string): string | undefined;
}

/** Working days of all stages in words. */
export function timeWords(say: Translate<CatalogKey>, days: number): string {
  return days === 0 ? say('same_day') : say('days', { days });
}

/** The fee in words. */
export function feeWords(view: Pick<CatalogView, 'locale' | 'common'>, amount: number): string {
  return amount === 0 ? view.common('free') : formatRupiah(amount);
}

/** The link or button that starts an application. */
export function startControl(view: CatalogView, serviceId: string): TemplateResult {
  const href = view.href(serviceId);
  return href === undefined
    ? html`<button type="button" class="button" data-action="start" data-value=${serviceId} .textContent=${view.say('start')}></button>`
    : html`<a class="button" href=${href} data-action="start" data-value=${serviceId} .textContent=${view.say('start')}></a>`;
}

function requirements(view: CatalogView, service: ServiceDefinition): TemplateResult {
  if (service.requirements.length === 0) return html`<p .textContent=${view.say('requirements_none')}></p>`;
  return html`<ul class="list">
    ${service.requirements.map((needed) => {
      const when = needed.whenText ? view.text(needed.whenText) : needed.required === false ? view.say('if_any') : '';
      return html`<li>
        <span .textContent=${view.text(needed.label)}></span>
        ${when ? html`<span class="hint when" .textContent=${when}></span>` : nothing}
        ${needed.localExtra ? html`<span class="tag" .textContent=${view.say('local_extra')}></span>` : nothing}
      </li>`;
    })}
  </ul>`;
}

function standard(view: CatalogView, { standard: all }: ServiceDefinition): TemplateResult {
  const { say } = view;
  const words = (key: CatalogKey, text: Text): TemplateResult =>
    html`<div><dt .textContent=${say(key)}></dt><dd .textContent=${view.text(text)}></dd></div>`;
  return html`<details>
    <summary .textContent=${say('standard')}></summary>
    <dl class="rows">
      ${words('product', all.product)} ${words('complaints', all.complaints)}
      <div>
        <dt .textContent=${say('legal_basis')}></dt>
        <dd>
          <ul class="list">
            ${all.legalBasis.map((law) => html`<li .textContent=${law}></li>`)}
          </ul>
        </dd>
      </div>
      ${words('facilities', all.facilities)} ${words('competence', all.competence)} ${words('supervision', all.supervision)}
      ${words('staffing', all.staffing)} ${words('guarantee', all.guarantee)} ${words('safety', all.safety)}
      ${words('evaluation', all.evaluation)} ${words('pledge', all.pledge)} ${words('compensation', all.compensation)}
    </dl>
  </details>`;
}

/** Everything about one service: the fourteen components of its standard, the four that matter most first. */
export function servicePage(view: CatalogView, service: ServiceDefinition): TemplateResult {
  const { say, level } = view;
  const days = service.stages.reduce((sum, stage) => sum + stage.workingDays, 0);
  const fact = (icon: TemplateResult, key: CatalogKey, value: string): TemplateResult =>
    html`<div class="fact"><dt>${icon}<span .textContent=${say(key)}></span></dt><dd .textContent=${value}></dd></div>`;
  return html`${heading(level, view.text(service.title), undefined, 'title')}
    <p class="lead" .textContent=${view.text(service.summary)}></p>
    <dl class="facts">
      ${fact(walletIcon, 'fee', feeWords(view, service.fee.amount))} ${fact(clockIcon, 'time', timeWords(say, days))}
      ${fact(fileIcon, 'product', view.text(service.standard.product))}
    </dl>
    ${service.channel === 'counter' ? nothing : html`<p>${startControl(view, service.id)}</p>`}
    <section class="stack">${heading(level + 1, say('requirements'), undefined, 'section')} ${requirements(view, service)}</section>
    <section class="stack">
      ${heading(level + 1, say('procedure'), undefined, 'section')}
      <ol class="list">
        ${service.standard.procedure.map((step) => html`<li .textContent=${view.text(step)}></li>`)}
      </ol>
    </section>
    ${standard(view, service)}`;
}
