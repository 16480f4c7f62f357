import { describe, expect, it } from 'vitest';
import { answerWarnings, checkAnswer, checkAnswers, countCodePoints, isStructural } from './answers.js';
import type { Answer, Field, Service } from './service.js';

const label = { id: 'x', en: 'x' };
const today = '2025-03-29';
const villages = new Set(['51.71.04.2001']);
const options = ['a', 'b', 'none'].map((value) => ({ value, label, ...(value === 'none' && { exclusive: true }) }));

// Distributes over the union, so that each field type keeps its own settings.
type Unnamed<F> = F extends unknown ? Omit<F, 'name' | 'label'> : never;
const named = (field: Unnamed<Field>): Field => ({ name: 'x', label, ...field });
const judge = (field: Unnamed<Field>, answer: unknown): string[] => checkAnswer(named(field), answer, { today, villages }).map(({ pointer, code }) => `${pointer} ${code}`);

describe('checkAnswer', () => {
  it.each<[Unnamed<Field>, Answer]>([
    [{ type: 'text' }, 'a'],
    [{ type: 'text', maxLength: 2 }, '😀😀'],
    [{ type: 'textarea' }, 'a\nb'],
    [{ type: 'name' }, 'I Gusti Ngurah Contoh'],
    [{ type: 'nik' }, '5171045203909002'],
    [{ type: 'nik' }, '0517104200190001'],
    [{ type: 'kk' }, '5171041501209001'],
    [{ type: 'npwp' }, '123456782012345'],
    [{ type: 'nib' }, '9120001234567'],
    [{ type: 'phone' }, '+6281200001234'],
    [{ type: 'email' }, 'ketut@contoh.id'],
    [{ type: 'date', max: 0 }, '2025-03-29'],
    [{ type: 'date' }, '2024-02-29'],
    [{ type: 'date', min: -7, max: '2025-03-22' }, '2025-03-22'],
    [{ type: 'time' }, '23:59'],
    [{ type: 'integer' }, 0],
    [{ type: 'integer', min: -5 }, -5],
    [{ type: 'money' }, 1_500_000],
    [{ type: 'radios', options }, 'a'],
    [{ type: 'checkboxes', options }, ['a', 'b']],
    [{ type: 'checkboxes', options }, ['none']],
    [{ type: 'checkboxes', options, required: false }, []],
    [{ type: 'confirm' }, true],
    [{ type: 'village' }, '51.71.04.2001'],
    [{ type: 'banjar' }, 'Br. Contoh'],
    [{ type: 'address' }, { street: 'Jalan Contoh 1', villageCode: '51.71.04.2001', banjar: 'Contoh', postalCode: '80231' }],
    [{ type: 'address', scope: 'any' }, { street: 'Jalan Contoh 1', city: 'Kabupaten Badung' }],
  ])('takes for %j %j', (field, answer) => {
    expect(judge(field, answer)).toEqual([]);
  });

  it.each<[Unnamed<Field>, unknown, string]>([
    [{ type: 'text' }, undefined, '/x required'],
    [{ type: 'text' }, '', '/x required'],
    [{ type: 'text', required: false }, '', '/x too_short'],
    [{ type: 'text' }, null, '/x wrong_type'],
    [{ type: 'text' }, 5, '/x wrong_type'],
    [{ type: 'text' }, '   ', '/x wrong_format'],
    [{ type: 'text', minLength: 3 }, '😀😀', '/x too_short'],
    [{ type: 'text', maxLength: 2 }, 'abc', '/x too_long'],
    [{ type: 'text', maxLength: 2 }, '😀😀😀', '/x too_long'],
    [{ type: 'text' }, 'a\ud800', '/x wrong_format'],
    [{ type: 'name' }, 'Made 2', '/x wrong_format'],
    [{ type: 'nik' }, '517104', '/x wrong_format'],
    [{ type: 'nik' }, '5171 0412 0390 9001', '/x wrong_format'],
    [{ type: 'nik' }, 5171041203909001, '/x wrong_type'],
    [{ type: 'nik' }, '5171043302909001', '/x impossible_identifier'],
    [{ type: 'kk' }, '5171041501200000', '/x impossible_identifier'],
    [{ type: 'npwp' }, '123456789012345', '/x impossible_identifier'],
    [{ type: 'nib' }, '0000000000000', '/x impossible_identifier'],
    [{ type: 'phone' }, '081200001234', '/x wrong_format'],
    [{ type: 'phone' }, '+628120000', '/x impossible_identifier'],
    [{ type: 'email' }, 'a@b', '/x wrong_format'],
    [{ type: 'email' }, 'a@b..id', '/x impossible_identifier'],
    [{ type: 'date' }, '2025-2-1', '/x wrong_format'],
    [{ type: 'date' }, '2025-02-32', '/x wrong_format'],
    [{ type: 'date' }, '2025-02-29', '/x impossible_date'],
    [{ type: 'date', min: -7 }, '2025-03-21', '/x date_too_early'],
    [{ type: 'date', max: 0 }, '2025-03-30', '/x date_too_late'],
    [{ type: 'date', max: '2025-01-01' }, '2025-01-02', '/x date_too_late'],
    [{ type: 'time' }, '24:00', '/x wrong_format'],
    [{ type: 'integer' }, '5', '/x wrong_type'],
    [{ type: 'integer' }, 1.5, '/x wrong_type'],
    [{ type: 'integer' }, Number.NaN, '/x wrong_type'],
    [{ type: 'integer' }, Infinity, '/x wrong_type'],
    [{ type: 'integer' }, -1, '/x too_small'],
    [{ type: 'integer', max: 5 }, 6, '/x too_large'],
    [{ type: 'money' }, 1e15, '/x too_large'],
    [{ type: 'radios', options }, 'c', '/x not_an_option'],
    [{ type: 'select', options }, 'constructor', '/x not_an_option'],
    [{ type: 'select', options }, ['a'], '/x wrong_type'],
    [{ type: 'checkboxes', options }, [], '/x required'],
    [{ type: 'checkboxes', options }, 'a', '/x wrong_type'],
    [{ type: 'checkboxes', options }, ['a', 'c'], '/x/1 not_an_option'],
    [{ type: 'checkboxes', options }, ['a', {}], '/x/1 wrong_type'],
    [{ type: 'checkboxes', options }, ['a', 'a'], '/x repeated'],
    [{ type: 'checkboxes', options }, Array.from({ length: 100_000 }, () => 'a'), '/x repeated'],
    [{ type: 'checkboxes', options }, ['a', 'none'], '/x exclusive_option'],
    [{ type: 'confirm' }, false, '/x wrong_type'],
    [{ type: 'confirm' }, 'true', '/x wrong_type'],
    [{ type: 'village' }, '5171042001', '/x wrong_format'],
    [{ type: 'village' }, '51.71.04.2099', '/x unknown_village'],
    [{ type: 'address' }, { villageCode: '51.71.04.2001' }, '/x/street required'],
    [{ type: 'address' }, { street: '', villageCode: '51.71.04.2001' }, '/x/street required'],
    [{ type: 'address' }, { street: 'a', villageCode: '51.71.04.2099' }, '/x/villageCode unknown_village'],
    [{ type: 'address' }, { street: 'a', villageCode: '51.71.04.2001', city: 'b' }, '/x/city unknown_field'],
    [{ type: 'address' }, { street: 'a', villageCode: '51.71.04.2001', postalCode: '8023' }, '/x/postalCode wrong_format'],
    [{ type: 'address' }, [], '/x wrong_type'],
    [{ type: 'address' }, 'Jalan', '/x wrong_type'],
    [{ type: 'address' }, JSON.parse('{"street":"a","villageCode":"51.71.04.2001","__proto__":{}}'), '/x/__proto__ unknown_field'],
  ])('refuses for %j %#', (field, answer, problem) => {
    expect(judge(field, answer)).toEqual([problem]);
  });

  it('does not miss an optional answer', () => {
    expect(judge({ type: 'text', required: false }, undefined)).toEqual([]);
  });

  it('says the numbers to say it with', () => {
    expect(checkAnswer(named({ type: 'text', maxLength: 2 }), 'abc', { today })[0]?.params).toEqual({ max: 2, length: 3 });
    expect(checkAnswer(named({ type: 'nik' }), '5171043302909001', { today })[0]?.params).toEqual({ reason: 'impossible_date' });
    expect(checkAnswer(named({ type: 'date', min: -7 }), '2025-01-01', { today })[0]?.params).toEqual({ min: '2025-03-22' });
  });

  it('survives huge texts', () => {
    for (const type of ['text', 'textarea', 'name', 'nik', 'email', 'date', 'banjar'] as const) expect(judge({ type }, 'a'.repeat(2_000_000))).toHaveLength(1);
  });
});

describe('checkAnswers', () => {
  const service: Pick<Service, 'steps'> = {
    steps: [
      {
        id: 'one',
        title: label,
        fields: [
          { name: 'nik', label, type: 'nik' },
          { name: 'kk', label, type: 'kk', required: false },
          { name: 'kind', label, type: 'radios', options },
          { name: 'detail', label, type: 'text', when: { field: 'kind', equals: 'b' } },
        ],
      },
      { id: 'two', title: label, when: { field: 'detail', equals: 'x' }, fields: [{ name: 'more', label, type: 'text' }] },
    ],
  };
  const good = { nik: '5171041203909001', kind: 'a' };
  const problems = (answers: unknown): string[] => checkAnswers(service, answers, { today }).map(({ pointer, code }) => `${pointer} ${code}`);

  it('lets nobody stand twice where two people are asked for', () => {
    const nik = (name: string, more: object = {}) => ({ name, type: 'nik' as const, label: { id: name, en: name }, ...more });
    const steps = [{ id: 'a', title: { id: 'A', en: 'A' }, fields: [nik('one'), nik('two', { differs: ['one', 'none'] }), nik('three', { required: false, differs: ['one', 'two'] })] }];
    const judged = (answers: object): string[] => checkAnswers({ steps }, answers, { today }).map(({ pointer, code }) => `${pointer} ${code}`);
    const [a, b] = ['5171041203909001', '5171044102909002'];
    expect(judged({ one: a, two: b })).toEqual([]);
    expect(judged({ one: a, two: a })).toEqual(['/two same_as_other']);
    expect(judged({ one: a, two: b, three: b })).toEqual(['/three same_as_other']);
    expect(judged({ one: '1', two: '1' })).toEqual(['/one wrong_format', '/two wrong_format']);
  });

  it.each([
    ['sound answers', good, []],
    ['all asked answers', { ...good, kind: 'b', detail: 'x', more: 'y' }, []],
    ['no answers', {}, ['/nik required', '/kind required']],
    ['an answer to a hidden field', { ...good, detail: 'x', more: 'y' }, ['/detail not_asked']],
    ['a missing answer to a shown field', { ...good, kind: 'b' }, ['/detail required']],
    ['unknown names', { ...good, other: 1, 'a/b~c': 2 }, ['/other unknown_field', '/a~1b~0c unknown_field']],
    ['member names of objects', JSON.parse('{"nik":"5171041203909001","kind":"a","__proto__":1,"constructor":2,"toString":3}'), ['/__proto__ unknown_field', '/constructor unknown_field', '/toString unknown_field']],
    ['the NIK again as family card number', { ...good, kk: good.nik }, ['/kk same_as_nik']],
    ['undefined as absent', { ...good, kk: undefined, detail: undefined, other: undefined }, []],
    ['null as an answer', { ...good, kk: null }, ['/kk wrong_type']],
    ['a list', [], [' wrong_type']],
    ['null', null, [' wrong_type']],
    ['a text', 'x', [' wrong_type']],
  ])('judges %s', (_, answers, expected) => {
    expect(problems(answers)).toEqual(expected);
  });

  it('answers a flood of names briefly', () => {
    expect(problems(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`f${index}`, 1])))).toHaveLength(22);
  });

  it('does not touch the answers', () => {
    const frozen = Object.freeze({ ...good });
    expect(checkAnswers(service, frozen, { today })).toEqual([]);
  });
});

it('warns officers when NIK and birth date differ', () => {
  const service = { applicant: { name: 'name', nik: 'nik', bornOn: 'bornOn' } };
  expect(answerWarnings(service, { nik: '5171041203909001', bornOn: '1990-03-13' })).toEqual([{ pointer: '/nik', code: 'birth_date_differs' }]);
  expect(answerWarnings(service, { nik: '5171041203909001', bornOn: '1990-03-12' })).toEqual([]);
  expect(answerWarnings(service, {})).toEqual([]);
  expect(answerWarnings({ applicant: { name: 'name' } }, { nik: '5171041203909001' })).toEqual([]);
});

it('tells structure from meaning and counts code points', () => {
  expect([isStructural('wrong_format'), isStructural('impossible_date')]).toEqual([true, false]);
  expect(countCodePoints('a😀\ud800')).toBe(3);
});
