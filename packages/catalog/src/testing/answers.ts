import {
  fieldRules,
  pruneAnswers,
  type Field,
  type FieldRule,
  type Service,
  type StringRule,
} from '@e-sewaka/contract';
import fc, { type Arbitrary } from 'fast-check';
import { villages } from '../index.js';
import { mutation, without } from './mutations.js';

/** Answer sets for a service: half of them as a careful person fills the form, half with up to three things wrong. */
export function answerSets(service: Service): Arbitrary<unknown> {
  const fields = service.steps.flatMap((step) => step.fields);
  const complete = fc.record(Object.fromEntries(fields.map((field) => [field.name, answer(field)])));
  const left = fc.subarray(fields.filter(({ required }) => required === false).map(({ name }) => name));
  const careful = fc.tuple(complete, left).map(([answers, names]) => pruneAnswers(service, without(answers, names)));
  const sloppy = fc.tuple(careful, complete, fc.array(mutation(fields), { minLength: 1, maxLength: 3 }));
  const mutated = sloppy.map(([answers, other, mutations]) =>
    mutations.reduce<unknown>((now, change) => change(now, other), { ...answers }),
  );
  return fc.oneof(careful, mutated);
}

function answer(field: Field): Arbitrary<unknown> {
  const rule = fieldRules(field);
  switch (rule.type) {
    case 'integer':
      return fc.integer({ min: rule.minimum, max: rule.maximum });
    case 'option':
      return fc.constantFrom(...rule.options);
    case 'options':
      return options(rule);
    case 'true':
      return fc.constant(true);
    case 'object':
      return address(rule);
    case 'string':
      return text(field, rule);
  }
}

function options({ options, exclusive }: Extract<FieldRule, { type: 'options' }>): Arbitrary<unknown> {
  const several = fc.shuffledSubarray(
    options.filter((option) => !exclusive.includes(option)),
    { minLength: 1 },
  );
  return exclusive.length > 0
    ? fc.oneof(
        several,
        fc.constantFrom(...exclusive).map((option) => [option]),
      )
    : several;
}

function address({ properties }: Extract<FieldRule, { type: 'object' }>): Arbitrary<unknown> {
  const parts: Record<string, Arbitrary<string>> = {
    street: fc.constantFrom('Jalan Contoh No. 1', 'Gang II', 'Jl. Uji 5 / B-3'),
    banjar: fc.constantFrom('Banjar Contoh Satu', 'Peraga'),
    villageCode: fc.constantFrom(...villages.map(({ code }) => code)),
    city: fc.constantFrom('Kota Denpasar', 'Kabupaten Badung'),
    postalCode: fc.constantFrom('80231', '60271'),
  };
  const known = Object.fromEntries(
    Object.keys(properties).flatMap((name) => (parts[name] ? [[name, parts[name]]] : [])),
  );
  const requiredKeys = Object.keys(properties).filter((name) => properties[name]?.required);
  return fc.record(known, { requiredKeys });
}

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const two = (min: number, max: number) => fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));

function text(field: Field, { minLength = 1, maxLength = 40 }: StringRule): Arbitrary<string> {
  switch (field.type) {
    case 'nik':
    case 'kk':
      return digits(16);
    case 'npwp':
      return fc.oneof(digits(15), digits(16));
    case 'nib':
      return digits(13);
    case 'phone':
      return digits(8).map((rest) => `+6281${rest}`);
    case 'email':
      return fc.constantFrom('contoh@desa.example', 'a.b+c@sub.contoh.example');
    case 'date':
      return fc.tuple(fc.integer({ min: 1930, max: 2026 }), two(1, 12), two(1, 31)).map((parts) => parts.join('-'));
    case 'time':
      return fc.tuple(two(0, 23), two(0, 59)).map((parts) => parts.join(':'));
    case 'village':
      return fc.constantFrom(...villages.map(({ code }) => code));
    case 'name':
      return fc.constantFrom('I Wayan Contoh', 'Teladan', "Ni Luh D'Contoh, S.Pd.", 'Ægir Ólafur');
    default:
      return fc
        .tuple(
          fc.constantFrom('Contoh ', 'uji 12 (satu) ', 'Ré😀tes ', 'ᬩᬮᬶ '),
          fc.integer({ min: minLength, max: Math.min(maxLength, minLength + 30) }),
        )
        .map(([seed, length]) => [...seed.repeat(length)].slice(0, length).join(''));
  }
}
