import type { Field, Service } from '@e-sewaka/contract';

const label = { id: 'Pertanyaan', en: 'Question' };
const options = ['a', 'b', 'c'].map((value) => ({ value, label }));

const plain: readonly Field[] = [
  { name: 'kind', type: 'radios', label, options },
  { name: 'agree', type: 'confirm', label, required: false },
  { name: 'amount', type: 'integer', label, min: -5, max: 5, required: false },
  { name: 'home', type: 'village', label },
  { name: 'banjar', type: 'banjar', label },
  { name: 'email', type: 'email', label },
  { name: 'time', type: 'time', label, required: false },
  { name: 'money', type: 'money', label },
  {
    name: 'any',
    type: 'checkboxes',
    label,
    required: false,
    options: [...options, { value: 'none', label, exclusive: true }],
  },
  { name: 'must', type: 'checkboxes', label, options },
  { name: 'note', type: 'textarea', label, maxLength: 40, required: false },
  { name: 'place', type: 'address', label, scope: 'any' },
];

const conditional: readonly Field[] = [
  {
    name: 'npwp',
    type: 'npwp',
    label,
    when: {
      any: [
        { field: 'kind', equals: 'b' },
        { field: 'agree', equals: true },
      ],
    },
  },
  {
    name: 'nib',
    type: 'nib',
    label,
    when: {
      all: [
        { field: 'kind', in: ['a', 'b'] },
        { field: 'amount', in: [-5, 0, 5] },
      ],
    },
  },
  { name: 'kk', type: 'kk', label, when: { field: 'home', equals: '51.71.04.2001' }, required: false },
  { name: 'phone', type: 'phone', label },
];

/** A service with every field type and shape of condition, for tests that no built-in service would cover. */
export function everyType(base: Service): Service {
  const steps = [
    { id: 'satu', title: label, fields: plain },
    {
      id: 'dua',
      title: label,
      fields: conditional,
      when: {
        any: [
          { field: 'kind', in: ['a', 'b'] },
          { field: 'amount', equals: 0 },
        ],
      },
    },
  ];
  return { ...base, id: 'every-type', steps };
}
