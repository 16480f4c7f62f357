import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepRelease } from './releases.js';

describe('releases of the widgets', () => {
  let room: string;
  const widgets = (): string => join(room, 'widgets');
  const build = (release: string, code: string): void => {
    rmSync(widgets(), { recursive: true, force: true });
    mkdirSync(join(widgets(), 'chunks'), { recursive: true });
    writeFileSync(join(widgets(), 'chunks', `late-${release}.js`), code);
    writeFileSync(join(widgets(), 'manifest.json'), JSON.stringify({ release, files: {} }));
    writeFileSync(join(widgets(), 'service-form.js'), code);
  };

  beforeEach(() => void (room = mkdtempSync(join(tmpdir(), 'sewaka-releases-'))));
  afterEach(() => rmSync(room, { recursive: true }));

  it('stay when a newer one comes', () => {
    build('0.1.0-aaaa', 'old');
    expect(keepRelease(join(room, 'data'), widgets())).toBe('0.1.0-aaaa');
    build('0.2.0-bbbb', 'new');
    expect(keepRelease(join(room, 'data'), widgets())).toBe('0.2.0-bbbb');
    const read = (release: string): string => readFileSync(join(room, 'data/cdn', release, 'service-form.js'), 'utf8');
    expect([read('0.1.0-aaaa'), read('0.2.0-bbbb')]).toEqual(['old', 'new']);
  });

  it('never change once kept, and leave nothing half-done', () => {
    build('0.1.0-aaaa', 'first');
    keepRelease(join(room, 'data'), widgets());
    build('0.1.0-aaaa', 'second');
    keepRelease(join(room, 'data'), widgets());
    expect(readdirSync(join(room, 'data/cdn'))).toEqual(['0.1.0-aaaa', 'v1']);
    expect(readFileSync(join(room, 'data/cdn/0.1.0-aaaa/service-form.js'), 'utf8')).toBe('first');
  });

  it('keep the chunks of pages that are open while the server moves on', () => {
    build('0.1.0-aaaa', 'old');
    keepRelease(join(room, 'data'), widgets());
    build('0.2.0-bbbb', 'new');
    keepRelease(join(room, 'data'), widgets());
    expect(readdirSync(join(room, 'data/cdn/v1/chunks'))).toEqual(['late-0.1.0-aaaa.js', 'late-0.2.0-bbbb.js']);
  });

  it('are not named by anything that leaves the folder', () => {
    build('../../etc', 'bad');
    expect(keepRelease(join(room, 'data'), widgets())).toBeUndefined();
  });
});
