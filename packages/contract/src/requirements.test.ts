import { describe, expect, it } from 'vitest';
import { checkDocuments, requirementsFor, type Documents } from './requirements.js';
import type { Requirement, RequirementCondition } from './service.js';

const label = { id: 'x', en: 'x' };
const today = '2025-03-29';
const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({ id, label, ways: ['upload', 'bring_original'], ...more });
const asked = (when: RequirementCondition, answers: Readonly<Record<string, unknown>>): boolean =>
  requirementsFor({ requirements: [requirement('a', { when })] }, answers, { today }).length === 1;

describe('requirementsFor', () => {
  it.each<[string, RequirementCondition, Readonly<Record<string, unknown>>, boolean]>([
    ['equal', { field: 'a', equals: 'x' }, { a: 'x' }, true],
    ['missing', { field: 'a', equals: 'x' }, {}, false],
    ['on the fifth birthday', { field: 'born', olderThanYears: 5 }, { born: '2020-03-29' }, false],
    ['the day after', { field: 'born', olderThanYears: 5 }, { born: '2020-03-28' }, true],
    ['on day 60', { field: 'born', olderThanDays: 60 }, { born: '2025-01-28' }, false],
    ['on day 61', { field: 'born', olderThanDays: 60 }, { born: '2025-01-27' }, true],
    ['born today', { field: 'born', olderThanDays: 0 }, { born: today }, false],
    ['not yet born', { field: 'born', olderThanDays: 60 }, { born: '2026-01-01' }, false],
    ['no date', { field: 'born', olderThanDays: 60 }, { born: '2025-02-30' }, false],
    ['a number', { field: 'born', olderThanYears: 1 }, { born: 1 }, false],
    ['all', { all: [{ field: 'a', equals: 'x' }, { field: 'born', olderThanYears: 5 }] }, { a: 'x', born: '2019-01-01' }, true],
    ['not all', { all: [{ field: 'a', equals: 'x' }, { field: 'born', olderThanYears: 5 }] }, { born: '2019-01-01' }, false],
    ['any', { any: [{ field: 'a', equals: 'x' }, { field: 'born', olderThanYears: 5 }] }, { born: '2019-01-01' }, true],
  ])('asks when %s', (_, when, answers, expected) => {
    expect(asked(when, answers)).toBe(expected);
  });
});

describe('checkDocuments', () => {
  const service = {
    requirements: [
      requirement('card'),
      requirement('photo', { required: false, ways: ['upload'], maxFiles: 2 }),
      requirement('proof', { when: { field: 'kind', equals: 'x' } }),
    ],
  };
  const card = { way: 'bring_original' } as const;
  it.each<[string, Documents, string[]]>([
    ['enough', { card }, []],
    ['uploads', { card: { way: 'upload', uploadIds: ['upl_1'] }, photo: { way: 'upload', uploadIds: ['upl_2', 'upl_3'] } }, []],
    ['nothing', {}, ['/card document_required']],
    ['an empty upload', { card: { way: 'upload', uploadIds: [] } }, ['/card document_required']],
    ['too many files', { card: { way: 'upload', uploadIds: ['upl_1', 'upl_2'] } }, ['/card too_many_files']],
    ['one file twice', { card, photo: { way: 'upload', uploadIds: ['upl_1', 'upl_1'] } }, ['/photo repeated']],
    ['the wrong way', { card, photo: { way: 'bring_original' } }, ['/photo document_way_not_accepted']],
    ['one that is not asked', { card, proof: card }, ['/proof document_not_asked']],
    ['strange names', JSON.parse('{"card":{"way":"bring_original"},"__proto__":{"way":"bring_original"},"toString":{"way":"bring_original"}}'), ['/__proto__ document_not_asked', '/toString document_not_asked']],
    ['an unfinished upload', { card: { way: 'upload', uploadIds: ['upl_new'] } }, ['/card/uploadIds/0 document_not_ready']],
  ])('judges %s', (_, documents, expected) => {
    const problems = checkDocuments(service, {}, documents, { today, isReady: (id) => id !== 'upl_new' });
    expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
  it('does not ask about uploads it cannot see', () => {
    expect(checkDocuments(service, {}, { card: { way: 'upload', uploadIds: ['upl_new'] } }, { today })).toEqual([]);
  });
});
