import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breaksBetween, mayBreak } from './contract/breaks.mjs';

const base = JSON.parse(
  readFileSync(new URL('../packages/contract/src/generated/openapi.json', import.meta.url), 'utf8'),
);

function changed(...changes) {
  const head = structuredClone(base);
  for (const change of changes) change(head, head.components.schemas);
  return head;
}

const domicile = (schemas) => schemas.SuratKeteranganDomisiliAnswers;

describe('the breaking-change check', () => {
  it('finds nothing between a document and itself', () => {
    expect(breaksBetween(base, base)).toEqual([]);
  });

  it('finds every seeded break', () => {
    const head = changed(
      ({ paths }) => delete paths['/v1/desk/summary'],
      ({ paths }) => (paths['/v1/session'].get.operationId = 'sessions.read'),
      ({ paths }) => paths['/v1/regions'].get.parameters.shift(),
      ({ components }) => (components.parameters.VillageFilter.required = true),
      ({ paths }) => (paths['/v1/villages'].get.security = [{ citizen: [] }]),
      ({ paths }) => {
        const { responses } = paths['/v1/applications'].post;
        responses[200] = responses[201];
        delete responses[201];
      },
      (_, schemas) => schemas.DeskAction.properties.action.enum.pop(),
      (_, schemas) => schemas.Contact.required.push('email'),
      (_, schemas) => delete schemas.Tracking.properties.dueOn,
      (_, schemas) => (schemas.Region.required = schemas.Region.required.filter((name) => name !== 'aliases')),
      (_, schemas) => (schemas.Phone.pattern = '^0[0-9]{5}$'),
      (_, schemas) => (schemas.Withdrawal.properties.reason.maxLength = 5),
      (_, schemas) => domicile(schemas).required.push('ownerName'),
    );
    const breaks = breaksBetween(base, head).join('\n');
    for (const sign of [
      'Path `/v1/desk/summary` was removed',
      "changed from 'sessions.get' to 'sessions.read'",
      '`query` query parameter was removed',
      '`village` query parameter became required',
      '#/paths/~1v1~1villages/get/security',
      'Response `201` became `200`',
      "Enum of `action` lost values: 'withhold'",
      'Properties of `Contact` became required: `email`',
      'Property `dueOn` of `application` was removed',
      'Properties of `Region` are no longer required: `aliases`',
      '`pattern` of `phone` changed',
      '`maxLength` of `reason` changed',
      'Properties of `SuratKeteranganDomisiliAnswers` became required: `ownerName`',
    ]) {
      expect(breaks).toContain(sign);
    }
  });

  it('lets additions and a new version of a service pass', () => {
    const head = changed(
      (_, schemas) => (schemas.Tracking.properties.notice = { type: 'string', maxLength: 200 }),
      ({ paths }) =>
        paths['/v1/regions'].get.parameters.push({
          name: 'kind',
          in: 'query',
          schema: { type: 'string', maxLength: 10 },
        }),
      (_, schemas) => schemas.ProblemCode.enum.push('moon_in_wrong_phase'),
      (_, schemas) => {
        domicile(schemas).required.push('ownerName');
        domicile(schemas)['x-service-version'] += 1;
      },
    );
    expect(breaksBetween(base, head)).toEqual([]);
  });

  it('allows a break with a new major, and before 1.0 with a new minor', () => {
    expect([
      mayBreak('1.2.0', '2.0.0'),
      mayBreak('0.1.0', '0.2.0'),
      mayBreak('1.1.0', '1.2.0'),
      mayBreak('0.1.0', '0.1.1'),
    ]).toEqual([true, true, false, false]);
  });
});
