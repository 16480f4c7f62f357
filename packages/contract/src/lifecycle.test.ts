import { describe, expect, it } from 'vitest';
import { actions, allowedActions, isFinal, isStatus, needsNote, nextStatus, statuses, stageFor, totalWorkingDays, transitions, type Actor } from './lifecycle.js';

const applicant: Actor = { role: 'applicant' };
const officer = (post: NonNullable<Actor['post']>): Actor => ({ role: 'officer', post });

describe('allowedActions', () => {
  it.each([
    ['incomplete', applicant, ['correct', 'withdraw']],
    ['in_review', applicant, ['withdraw']],
    ['awaiting_signature', applicant, []],
    ['in_review', officer('operator'), ['request_correction', 'approve', 'reject']],
    ['in_review', officer('head'), ['request_correction', 'approve', 'reject']],
    ['in_review', officer('kadus'), []],
    ['in_review', officer('admin'), []],
    ['awaiting_signature', officer('operator'), ['reject']],
    ['awaiting_signature', officer('secretary'), ['return_to_review', 'reject']],
    ['awaiting_signature', officer('head'), ['return_to_review', 'sign', 'reject']],
    ['ready_for_pickup', officer('operator'), ['hand_over']],
    ['ready_for_pickup', officer('head'), []],
    ['incomplete', { role: 'system' }, ['expire']],
    ['ready_for_pickup', { role: 'system' }, ['expire']],
    ['in_review', { role: 'system' }, []],
    ['in_review', { role: 'machine' }, ['withdraw']],
    ['in_review', { role: 'machine', post: 'operator' }, ['request_correction', 'approve', 'reject']],
    ['in_review', { role: 'officer' }, []],
    ['in_review', { role: 'applicant', post: 'head' }, ['withdraw']],
  ] as const)('in %s for %j: %j', (status, actor, expected) => {
    expect(allowedActions({ status, actor })).toEqual(expected);
  });

  it.each([
    ['in_review', 'kadus', 'awaited', ['vouch', 'withhold']],
    ['in_review', 'kadus', 'waived', ['vouch', 'withhold']],
    ['in_review', 'kadus', 'withheld', ['vouch']],
    ['in_review', 'kadus', 'vouched', []],
    ['in_review', 'kadus', undefined, []],
    ['incomplete', 'kadus', 'awaited', []],
    ['awaiting_signature', 'kadus', 'awaited', []],
    ['in_review', 'operator', 'awaited', ['request_correction', 'approve', 'reject']],
    ['in_review', 'head', 'withheld', ['request_correction', 'approve', 'reject']],
  ] as const)('in %s for a %s whose Kadus check is %s: %j', (status, post, vouching, expected) => {
    expect(allowedActions({ status, actor: officer(post), vouching })).toEqual(expected);
  });

  it('leaves nothing to do in a final status', () => {
    const actors: Actor[] = [applicant, { role: 'system' }, officer('operator'), officer('secretary'), officer('head'), officer('kadus')];
    for (const status of statuses.filter(isFinal)) for (const actor of actors) expect(allowedActions({ status, actor, vouching: 'awaited' })).toEqual([]);
  });
});

describe('nextStatus', () => {
  it.each([
    ['in_review', 'request_correction', 'incomplete'],
    ['incomplete', 'correct', 'in_review'],
    ['incomplete', 'withdraw', 'cancelled'],
    ['in_review', 'approve', 'awaiting_signature'],
    ['awaiting_signature', 'return_to_review', 'in_review'],
    ['awaiting_signature', 'sign', 'ready_for_pickup'],
    ['ready_for_pickup', 'hand_over', 'picked_up'],
    ['awaiting_signature', 'reject', 'rejected'],
    ['incomplete', 'expire', 'expired'],
    ['in_review', 'vouch', 'in_review'],
    ['in_review', 'withhold', 'in_review'],
    ['awaiting_signature', 'vouch', undefined],
    ['incomplete', 'approve', undefined],
    ['awaiting_signature', 'withdraw', undefined],
    ['picked_up', 'reject', undefined],
  ] as const)('from %s by %s', (status, action, expected) => {
    expect(nextStatus({ status, action, delivery: 'pickup' })).toBe(expected);
  });
  it('ends a signature in a download where that is the delivery', () => {
    expect(nextStatus({ status: 'awaiting_signature', action: 'sign', delivery: 'download' })).toBe('completed');
  });
  it('asks who acts when told', () => {
    expect(nextStatus({ status: 'awaiting_signature', action: 'sign', delivery: 'pickup', actor: officer('operator') })).toBeUndefined();
    expect(nextStatus({ status: 'awaiting_signature', action: 'sign', delivery: 'pickup', actor: officer('head') })).toBe('ready_for_pickup');
  });
});

it.each([
  ['request_correction', undefined, true],
  ['reject', 'vouched', true],
  ['withhold', 'awaited', true],
  ['vouch', 'awaited', false],
  ['approve', undefined, false],
  ['approve', 'vouched', false],
  ['approve', 'waived', false],
  ['approve', 'awaited', true],
  ['approve', 'withheld', true],
  ['sign', 'awaited', false],
  ['return_to_review', 'awaited', false],
] as const)('asks for a note with %s while the Kadus check is %s: %s', (action, vouching, expected) => {
  expect(needsNote(action, vouching)).toBe(expected);
});

it('has one row for each action and leads from the start to every status', () => {
  expect(transitions.map((row) => row.action)).toEqual([...actions]);
  const reached = new Set<string>(['in_review']);
  for (let round = 0; round < statuses.length; round += 1)
    for (const row of transitions) if (row.from.some((status) => reached.has(status))) for (const to of typeof row.to === 'string' ? [row.to] : Object.values(row.to)) reached.add(to);
  expect([...reached].sort()).toEqual([...statuses].sort());
});

it('finds the stage of a status and adds up the time', () => {
  const title = { id: 'x', en: 'x' };
  const stages = [
    { id: 'review', title, unit: 'village', post: 'operator', workingDays: 1, status: 'in_review' },
    { id: 'sign', title, unit: 'village', post: 'head', workingDays: 2, status: 'awaiting_signature' },
  ] as const;
  expect(stageFor({ stages }, 'awaiting_signature')?.id).toBe('sign');
  expect(stageFor({ stages }, 'rejected')).toBeUndefined();
  expect(totalWorkingDays({ stages })).toBe(3);
  expect(statuses.filter(isFinal)).toEqual(['picked_up', 'cancelled', 'rejected', 'completed', 'expired']);
  expect([isStatus('in_review'), isStatus('constructor')]).toEqual([true, false]);
});
