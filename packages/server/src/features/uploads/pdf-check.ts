import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

/** Why a PDF is not accepted. */
export type PdfRefusal = 'damaged' | 'encrypted' | 'active_content';

const inflateAsync = promisify(inflate);
const largestStream = 4 * 1024 * 1024;
const largestTotal = 48 * 1024 * 1024;
const tailLimit = 64;
/** A catalogue has one; a few revisions of a file have a few. More would only make the search slow. */
const mostOpenActions = 8;
/** Compressed bytes spell `stream` by chance once in a while, not again and again. */
const mostStarts = 4;
/** Far above what a scan has; each one costs a call to the unpacker. */
const mostStreams = 20_000;

const forbidden: readonly { readonly pattern: RegExp; readonly refusal: PdfRefusal }[] = [
  { pattern: /\/Encrypt\b/, refusal: 'encrypted' },
  { pattern: /\/(?:EmbeddedFiles?|Filespec|GoTo[ER]|RichMedia|Collection)\b/, refusal: 'active_content' },
  { pattern: /\/(?:JavaScript|Launch|SubmitForm|ImportData|XFA|Rendition|Movie|Sound)\b/, refusal: 'active_content' },
  { pattern: /EICAR-STANDARD-ANTIVIRUS-TEST-FILE/, refusal: 'active_content' },
];

/**
 * Looks for what a scan of a document never needs: encryption, scripts, actions, embedded files, something behind the end.
 * Reads names with their `#xx` escapes undone, in the file and in its compressed parts. Takes time in proportion to the
 * size, whatever the file holds: it runs beside everybody else's requests.
 */
export async function checkPdf(bytes: Buffer): Promise<PdfRefusal | undefined> {
  const raw = bytes.toString('latin1');
  if (!raw.startsWith('%PDF-')) return 'damaged';
  const end = raw.lastIndexOf('%%EOF');
  if (end < 0 || raw.slice(end + 5).trim().length > tailLimit) return 'damaged';
  return judge(raw) ?? (await checkStreams(bytes, raw));
}

const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function judge(text: string): PdfRefusal | undefined {
  const plain = plainNames(text);
  return forbidden.find(({ pattern }) => pattern.test(plain))?.refusal ?? judgeOpenAction(plain);
}

/** Opening at a page is what office programs write; opening with any other action is not. */
function judgeOpenAction(text: string): PdfRefusal | undefined {
  let seen = 0;
  for (const match of text.matchAll(/\/OpenAction\b/g)) {
    seen += 1;
    if (seen > mostOpenActions) return 'active_content';
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

/** Goes from one `endstream` to the next, so that every byte is looked at once. */
async function checkStreams(bytes: Buffer, raw: string): Promise<PdfRefusal | undefined> {
  const budget = { left: largestTotal };
  let from = 0;
  let streams = 0;
  for (let stop = raw.indexOf('endstream'); stop >= 0; stop = raw.indexOf('endstream', from)) {
    streams += 1;
    if (streams > mostStreams) return 'damaged';
    const refusal = await checkStretch(bytes, raw, { from, stop }, budget);
    if (refusal !== undefined) return refusal;
    from = stop + 'endstream'.length;
  }
  return /stream(?:\r\n?|\n)/.test(raw.slice(from)) ? 'damaged' : undefined;
}

/** Judges the stream in a stretch that ends with `endstream`; what holds objects and cannot be read is refused. */
async function checkStretch(
  bytes: Buffer,
  raw: string,
  { from, stop }: { from: number; stop: number },
  budget: { left: number },
): Promise<PdfRefusal | undefined> {
  const stretch = raw.slice(from, stop);
  const starts = [...stretch.matchAll(/stream(?:\r\n?|\n)/g)];
  const [first] = starts;
  if (first === undefined || starts.length > mostStarts) return 'damaged';
  const dictionary = plainNames(stretch.slice(0, first.index));
  const contents = [];
  for (const start of starts) {
    const content = await unpack(bytes.subarray(from + start.index + start[0].length, stop));
    if (content === undefined) continue;
    budget.left -= content.length;
    if (budget.left < 0) return 'damaged';
    contents.push(content);
  }
  if (holdsObjects(dictionary) && (contents.length === 0 || !isPlainlyPacked(dictionary))) return 'damaged';
  for (const content of contents) {
    const refusal = judge(content.toString('latin1'));
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Object streams can hide objects. Readers know them by `/N` and `/First`, even where the type is left out. */
const holdsObjects = (dictionary: string): boolean =>
  /\/ObjStm\b/.test(dictionary) || (/\/First\b/.test(dictionary) && /\/N\b/.test(dictionary));

/** Packed once, by Flate, without a predictor: otherwise what inflates is not yet what a reader sees. */
function isPlainlyPacked(dictionary: string): boolean {
  const filters = dictionary.match(/\/(?:[A-Z]\w*Decode|Fl|AHx|A85|LZW|RL|CCF|DCT|Crypt)\b/g) ?? [];
  return filters.length === 1 && /\/Fl/.test(filters[0] ?? '') && !/\/(?:DecodeParms|DP|Predictor)\b/.test(dictionary);
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
