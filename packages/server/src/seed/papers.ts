import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../context.js';
import { judge } from '../features/uploads/judge.js';
import { placesOf } from '../features/uploads/places.js';
import { newId } from '../ids.js';

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="540"><rect width="860" height="540" fill="#dfe7ee"/>
<rect x="40" y="40" width="780" height="60" fill="#8aa0b4"/><rect x="40" y="140" width="200" height="260" fill="#b9c7d4"/>
${[150, 200, 250, 300, 350].map((y) => `<rect x="280" y="${y}" width="${500 - y}" height="18" fill="#9fb0bf"/>`).join('')}
<path d="M0 540 L860 0" stroke="#c0392b" stroke-width="14"/></svg>`;

/** Draws a crossed-out card once; each call of the result puts a copy among the uploads, judged like anybody's. */
export async function paperMaker(app: App): Promise<() => Promise<string>> {
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(drawing)).jpeg().toBuffer();
  return async () => {
    const id = newId('upl');
    await writeFile(join(placesOf(app).incoming, id), bytes, { mode: 0o600 });
    await judge(app, { id, size: bytes.length, name: 'contoh-berkas.jpg', declaredType: 'image/jpeg' });
    return id;
  };
}
