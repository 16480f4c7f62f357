import { inflateSync } from 'node:zlib';

/** The text a letter shows, line by line as drawn: glyphs are read back through the fonts' own tables. */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const tables = new Map<string, ReadonlyMap<number, string>>();
  for (const [, dictionary] of [...objects.values()].join('\n').matchAll(/\/Font <<([^>]*)>>/g)) {
    for (const [, name = '', font = ''] of (dictionary ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '';
      tables.set(name, glyphsOf(objects.get(unicode) ?? ''));
    }
  }
  let table: ReadonlyMap<number, string> = new Map();
  const lines: string[] = [];
  for (const drawn of [...objects.values()].filter((each) => /\bBT\b[\s\S]*\bET\b/.test(each))) {
    for (const [, font, shown] of drawn.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) table = tables.get(font) ?? new Map();
      if (shown === undefined) continue;
      const codes = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
      lines.push(codes.map((code) => table.get(Number.parseInt(code, 16)) ?? '\ufffd').join(''));
    }
  }
  return lines.join('\n');
}

/** Every object by its number, with its stream unpacked. */
export function objectsOf(pdf: Buffer): ReadonlyMap<string, string> {
  const raw = pdf.toString('latin1');
  return new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => {
      const [head = '', rest] = body.split(/stream\r?\n/, 2);
      if (rest === undefined || !head.includes('FlateDecode')) return [id, body];
      return [id, `${head}${inflateSync(Buffer.from(body.slice(body.indexOf(rest)), 'latin1')).toString('latin1')}`];
    }),
  );
}

function glyphsOf(map: string): ReadonlyMap<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) => glyphs.set(Number.parseInt(first, 16) + at, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')));
  }
  return glyphs;
}
