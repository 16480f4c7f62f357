import { services } from 'virtual:sample';
import type { Answer, Answers, Field, Service } from '@e-sewaka/contract';
import type { SewakaElement } from '../../packages/components/src/internal/element.js';
import { press, until } from './element.js';

const [first] = services;
if (!first) throw new Error('The catalogue is empty.');

/** The service that most stories show. */
export const domicile: Service = services.find(({ id }) => id === 'surat-keterangan-domisili') ?? first;

type Typed = ReadonlyMap<string, string | readonly string[]>;

/** What a person would type for an example's answers, by the name of each control. */
function typed(service: Service, answers: Answers): Typed {
  const fields = service.steps.flatMap((step) => step.fields);
  const own: [string, string][] = [
    ['villageCode', '51.71.04.2001'],
    ['contact.phone', '0812 0000 1234'],
    ['factor.kind', 'phone'],
    ['declaration', 'true'],
    ...service.requirements.map(({ id, ways, required }): [string, string] => [`doc.${id}`, ways.includes('bring_original') ? 'bring_original' : required === false ? 'skip' : 'upload']),
  ];
  return new Map([...own, ...fields.flatMap((field) => controls(field, answers[field.name]))]);
}

function controls({ name, type }: Field, answer: Answer | undefined): [string, string | readonly string[]][] {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) return [[name, answer]];
  if (typeof answer === 'object') return Object.entries(answer).map(([part, value]) => [`${name}.${part}`, String(value)]);
  if (type !== 'date') return [[name, String(answer)]];
  const [year = '', month = '', day = ''] = String(answer).split('-');
  return [[`${name}.day`, day], [`${name}.month`, month], [`${name}.year`, year]];
}

function write(control: Element, values: Typed): boolean {
  const value = values.get(control.getAttribute('name') ?? '');
  if (value === undefined) return false;
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
    if (control.checked || !value.includes(control.value) || (typeof value === 'string' && value !== control.value)) return false;
    control.click();
    return true;
  }
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement) || control.value === value) return false;
  control.value = String(value);
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Chooses to upload one document, and hands in a small file. */
export async function attachTo(widget: SewakaElement, requirement: string): Promise<void> {
  await fillIn(widget, { [`doc.${requirement}`]: 'upload' });
  attach(await until('the file picker', () => widget.renderRoot.querySelector(`[type=file][data-requirement="${requirement}"]`)));
}

/** Types into controls by their names. */
export async function fillIn(widget: SewakaElement, values: Readonly<Record<string, string>>): Promise<void> {
  const typedValues = new Map(Object.entries(values));
  await until('the fields', () => widget.renderRoot.querySelector(`[name="${[...typedValues.keys()][0] ?? ''}"]`));
  for (const control of widget.renderRoot.querySelectorAll('input, select, textarea')) write(control, typedValues);
  await widget.updateComplete;
}

const formOf = (widget: SewakaElement): HTMLFormElement | null => widget.renderRoot.querySelector('form');
const titleOf = (widget: SewakaElement): string => widget.renderRoot.querySelector('.title')?.textContent ?? '';

/** Hands in a small file wherever only an upload will do. */
function attach(control: Element): boolean {
  if (!(control instanceof HTMLInputElement) || control.type !== 'file' || control.hasAttribute('capture') || control.closest('.upload')?.querySelector('.file')) return false;
  const transfer = new DataTransfer();
  transfer.items.add(new File(['%PDF-1.4 contoh'], 'contoh.pdf', { type: 'application/pdf' }));
  control.files = transfer.files;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
}

/** Fills the page shown now, questions that appear because of answers included. */
async function fillPage(widget: SewakaElement, values: Typed): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const written = [...(formOf(widget)?.elements ?? [])].filter((control) => write(control, values) || attach(control));
    if (written.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
    await widget.updateComplete;
  }
}

/** Starts the form and goes on, filling in the answers, until a page with `stop` in it; default: the review, told by its links to change. */
export async function walk(widget: SewakaElement, service: Service, answers: Answers, stop = '[data-action=change]'): Promise<void> {
  const values = typed(service, answers);
  await press(widget, '[data-action=start]');
  for (let page = 0; page < 20; page += 1) {
    await until('a page of questions', () => formOf(widget) ?? widget.renderRoot.querySelector(stop));
    if (widget.renderRoot.querySelector(stop)) return;
    await fillPage(widget, values);
    await next(widget);
  }
  throw new Error(`${service.id}: no page has ${stop}`);
}

/** Continues to the next page; refuses to be refused. */
async function next(widget: SewakaElement): Promise<void> {
  const before = titleOf(widget);
  formOf(widget)?.requestSubmit();
  await until(`the page after “${before}”`, () => {
    const summary = widget.renderRoot.querySelector('[data-summary]');
    if (summary) throw new Error(`“${before}” was refused: ${summary.textContent?.replaceAll(/\s+/g, ' ')}`);
    return titleOf(widget) !== before;
  });
}
