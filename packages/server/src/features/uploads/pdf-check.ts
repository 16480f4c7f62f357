import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

/** Why a PDF is not accepted. */
export type PdfRefusal = 'damaged' | 'encrypted' | 'active_content';

const inflateAsync = promisify(inflate);
const largestStream = 4 * 1024 * 1024;
const largestTotal = 48 * 1024 * 1024;
const tailLimit = 64;

const forbidden: readonly { readonly pattern: RegExp; readonly refusal: PdfRefusal }[] = [
  { pattern: /\/Encrypt\b/, refusal: 'encrypted' },
  { pattern: /\/(?:EmbeddedFiles?|Filespec|GoToE|RichMedia|Collection)\b/, refusal: 'active_content' },
  { pattern: /\/(?:JavaScript|Launch|SubmitForm|ImportData|XFA|Rendition|Movie|Sound)\b/, refusal: 'active_content' },
  { pattern: /EICAR-STANDARD-ANTIVIRUS-TEST-FILE/, refusal: 'active_content' },
];

/**
 * Looks for what a scan of a document never needs: encryption, scripts, actions, embedded files, something behind the end.
 * Reads names with their `#xx` escapes undone, in the file and in its compressed parts.
 */
export async function checkPdf(bytes: Buffer): Promise<PdfRefusal | undefined> {
  const raw = bytes.toString('latin1');
  if (!raw.startsWith('%PDF-')) return 'damaged';
  const end = raw.lastIndexOf('%%EOF');
  if (end < 0 || raw.slice(end + 5).trim().length > tailLimit) return 'damaged';
  return judge(raw) ?? (await checkStreams(bytes, raw));
}

function judge(text: string): PdfRefusal | undefined {
  const plain = text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return forbidden.find(({ pattern }) => pattern.test(plain))?.refusal ?? judgeOpenAction(plain);
}

/** Opening at a page is what office programs write; opening with any other action is not. */
function judgeOpenAction(text: string): PdfRefusal | undefined {
  for (const match of text.matchAll(/\/OpenAction\b/g)) {
    const after = text.slice(match.index + match[0].length, match.index + 200).trimStart();
    const harmless = after.startsWith('[') || /^<<[^>]*\/S\s*\/GoTo\b/.test(after) || pointsAtDestination(text, after);
    if (!harmless) return 'active_content';
  }
  return undefined;
}

function pointsAtDestination(text: string, after: string): boolean {
  const reference = /^(\d{1,10})\s+(\d{1,5})\s+R\b/.exec(after);
  if (reference === null) return false;
  const heading = text.search(new RegExp(`(?:^|[\\r\\n])${reference[1]} ${reference[2]} obj`));
  if (heading < 0) return false;
  const target = text.slice(heading, heading + 300).replace(/^\s*\d+ \d+ obj\s*/, '');
  return target.startsWith('[') || /^<<[^>]*\/S\s*\/GoTo\b/.test(target);
}

/** Object streams can hide objects; whatever inflates is read, and an object stream that cannot be read is refused. */
async function checkStreams(bytes: Buffer, raw: string): Promise<PdfRefusal | undefined> {
  let total = 0;
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    if (raw.slice(match.index - 3, match.index) === 'end') continue;
    const start = match.index + match[0].length;
    const stop = raw.indexOf('endstream', start);
    if (stop < 0) return 'damaged';
    const holdsObjects = /\/ObjStm\b/.test(raw.slice(Math.max(0, match.index - 600), match.index));
    const content = await unpack(bytes.subarray(start, stop));
    if (content === undefined) {
      if (holdsObjects) return 'damaged';
      continue;
    }
    total += content.length;
    if (total > largestTotal) return 'damaged';
    const refusal = judge(content.toString('latin1'));
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

async function unpack(part: Buffer): Promise<Buffer | undefined> {
  // Image and font data that is not Flate, or inflates beyond what objects need, is left alone.
  if ((part[0] ?? 0) % 16 !== 8) return undefined;
  try {
    return await inflateAsync(part, { maxOutputLength: largestStream });
  } catch {
    return undefined;
  }
}
