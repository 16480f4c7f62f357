import { trustText, type LetterContent } from './content.js';
import { drawPoleng, setLetterhead } from './letterhead.js';
import { makeRoom, measureWidth, setBlock, setRow, sheet, type Cursor } from './page.js';
import { drawQr } from './qr.js';
import { breakLines, drawLine, fontsNeeded, lineHeight, registerFonts, type Paper, type Style } from './typesetting.js';

const text: Style = { size: 11 };
const small: Style = { size: 7.6, leading: 1.3, colour: '#333333' };
const qrSide = 122;
/** Room for ink and a stamp between post and name. */
const signingSpace = 68;
const signatureColumn = { x: sheet.left + measureWidth - 220, width: 220 };

/** Sets one letter as a tagged PDF (A4); the same content always gives the same bytes. */
export async function renderLetter(content: LetterContent): Promise<Buffer> {
  const paper = await openPaper(content);
  const bytes = collect(paper);
  const cursor: Cursor = { y: sheet.top - 16 };
  const root = paper.struct('Document', { lang: 'id' });
  paper.addStructure(root);
  drawPoleng(paper);
  setLetterhead(paper, root, cursor, content.office);
  setTitle(paper, root, cursor, content);
  setBlock(paper, root, cursor, { tag: 'P', text: content.opening, style: text, after: 8 });
  setIdentity(paper, root, cursor, content);
  for (const paragraph of content.body) setBlock(paper, root, cursor, { tag: 'P', text: paragraph, style: text, after: 7 });
  if (content.validUntil !== undefined) {
    setBlock(paper, root, cursor, { tag: 'P', text: `Surat ini berlaku sampai dengan ${content.validUntil}.`, style: text, after: 7 });
  }
  setClosing(paper, root, cursor, content);
  setSignature(paper, root, cursor, content);
  root.end();
  setFooters(paper, content);
  paper.end();
  return bytes;
}

/** The typesetter is loaded with the first letter: half of all starts never print one. */
async function openPaper(content: LetterContent): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit');
  const paper = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'id-ID',
    displayTitle: true,
    bufferPages: true,
    font: '',
    info: {
      Title: `${content.title} ${content.number}`,
      Author: content.office.name,
      Subject: content.title,
      Creator: 'E-Sewaka',
      Producer: 'E-Sewaka',
      CreationDate: content.issuedAt,
      ModDate: content.issuedAt,
    },
  });
  registerFonts(paper, fontsNeeded([...printedTexts(content), 'A :']));
  return paper;
}

function printedTexts(content: LetterContent): string[] {
  const { office, signatory } = content;
  const head = [...office.above, office.name].map((line) => line.toLocaleUpperCase('id'));
  const rows = content.rows.flatMap((row) => [row.label, row.value]);
  return [...head, office.address, office.contact, content.title.toLocaleUpperCase('id'), content.number, content.opening]
    .concat(rows, content.body, content.closing, content.placeAndDate, content.validUntil ?? '', signatory.title)
    .concat(signatory.name, signatory.nip ?? '', trustText(content), content.notice ?? '', howMade[content.trust] ?? '', 'NIP Nomor Halaman dari');
}

function setTitle(paper: Paper, root: PDFKit.PDFStructureElement, cursor: Cursor, content: LetterContent): void {
  const column = { x: sheet.left, width: measureWidth, align: 'centre' } as const;
  const title = content.title.toLocaleUpperCase('id');
  setBlock(paper, root, cursor, { tag: 'H1', text: title, style: { size: 13.5, weight: 'bold' }, column });
  setBlock(paper, root, cursor, { tag: 'P', text: `Nomor: ${content.number}`, style: text, column, after: 18 });
}

function setIdentity(paper: Paper, root: PDFKit.PDFStructureElement, cursor: Cursor, content: LetterContent): void {
  if (content.rows.length === 0) return;
  const table = paper.struct('Table');
  root.add(table);
  for (const row of content.rows) setRow(paper, table, cursor, row, text);
  table.end();
  cursor.y += 8;
}

/** The closing words stay with the signature: a signature alone on a page is worth nothing. */
function setClosing(paper: Paper, root: PDFKit.PDFStructureElement, cursor: Cursor, content: LetterContent): void {
  const after = 14;
  const lines = breakLines(paper, content.closing, text, measureWidth).length;
  makeRoom(paper, cursor, lines * lineHeight(text) + after + signatureHeight(paper, content));
  setBlock(paper, root, cursor, { tag: 'P', text: content.closing, style: text, after });
}

function signatureHeight(paper: Paper, { placeAndDate, signatory }: LetterContent): number {
  const parts = [placeAndDate, signatory.title, signatory.name, signatory.nip ?? ''].filter(Boolean);
  const lines = parts.reduce((sum, part) => sum + breakLines(paper, part, text, signatureColumn.width).length, 0);
  return Math.max(qrSide, lines * lineHeight(text) + signingSpace);
}

/** The code stands beside date, post and name, never where ink and stamp go. */
function setSignature(paper: Paper, root: PDFKit.PDFStructureElement, cursor: Cursor, content: LetterContent): void {
  const { signatory } = content;
  const column = signatureColumn;
  const top = cursor.y;
  setBlock(paper, root, cursor, { tag: 'P', text: content.placeAndDate, style: text, column });
  setBlock(paper, root, cursor, { tag: 'P', text: signatory.title, style: text, column });
  setCode(paper, root, { x: column.x - qrSide - 24, y: top }, content);
  const name = cursor.y + signingSpace;
  const made = howMade[content.trust];
  if (made !== undefined) {
    cursor.y += 22;
    setBlock(paper, root, cursor, { tag: 'P', text: made, style: { size: 9, colour: '#333333' }, column });
  }
  cursor.y = name;
  setBlock(paper, root, cursor, { tag: 'P', text: signatory.name, style: { ...text, weight: 'bold' }, column });
  if (signatory.nip !== undefined) {
    setBlock(paper, root, cursor, { tag: 'P', text: `NIP ${signatory.nip}`, style: text, column });
  }
}

/** What stands in place of ink. */
const howMade: Readonly<Partial<Record<LetterContent['trust'], string>>> = {
  registered: 'Diterbitkan secara elektronik',
  certified: 'Ditandatangani secara elektronik',
};

/** The code is for a camera and, as a link with the same text, for whoever reads the letter on a screen. */
function setCode(paper: Paper, root: PDFKit.PDFStructureElement, at: { readonly x: number; readonly y: number }, content: LetterContent): void {
  const alt = `Kode QR untuk memeriksa keaslian surat, kode ${content.verifyCode}`;
  const link = paper.struct('Link');
  root.add(link);
  link.add(paper.struct('Figure', { alt }, () => drawQr(paper, content.qrText, at.x, at.y, qrSide)));
  const none: PDFKit.Mixins.AnnotationOption = {};
  // PDFKit writes a text as a PDF name, and only a String object as a PDF string.
  const option = Object.assign(none, { structParent: link, Contents: new String(alt) });
  paper.link(at.x, at.y, qrSide, qrSide, content.qrText, option);
  link.end();
}

/** Every page says how to check the letter, so that a lost first page does not matter. */
function setFooters(paper: Paper, content: LetterContent): void {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    paper.switchToPage(page);
    paper.markContent('Artifact', { type: 'Pagination' });
    let y = sheet.height - sheet.bottom + 20;
    paper.rect(sheet.left, y - 6, measureWidth, 0.5).fill('#777777');
    const footer = [trustText(content), content.notice ?? '', `Halaman ${page + 1} dari ${count}`].filter(Boolean);
    for (const line of footer.flatMap((each) => breakLines(paper, each, small, measureWidth))) {
      drawLine(paper, line, small, sheet.left, y);
      y += lineHeight(small);
    }
    paper.endMarkedContent();
  }
}

function collect(paper: Paper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
  });
}
