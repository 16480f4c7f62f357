import { createClient } from '@e-sewaka/sdk';
import { clientCredentials } from '@e-sewaka/sdk/auth/service';
import type { TestServer } from '@e-sewaka/sdk/testing';
import sharp, { type Sharp } from 'sharp';
import { encode } from 'uqr';
import { domicile } from './people.js';

/** A letter as its holder has it. */
export interface Letter {
  readonly pdf: Buffer;
  /** The text of its QR. */
  readonly address: string;
}

/** Files an application and lets the office issue its letter. */
export async function issueLetter(server: TestServer): Promise<Letter> {
  const receipt = await createClient({ baseUrl: server.url }).applications.submit(domicile);
  const { id: applicationId } = receipt.application;
  const desk = (post: 'operator' | 'head') => createClient({ baseUrl: server.url, auth: clientCredentials(server.officers[post]) }).desk;
  const opened = await desk('operator').get({ applicationId }).withResponse();
  // Nobody vouched in the application itself.
  const note = 'Surat pengantar kertas diperlihatkan.';
  const approved = await desk('operator').act({ applicationId, action: 'approve', note }, { ifMatch: opened.etag ?? '' }).withResponse();
  const signed = await desk('head').act({ applicationId, action: 'sign' }, { ifMatch: approved.etag ?? '' });
  const holder = createClient({ baseUrl: server.url, auth: { getToken: async () => receipt.accessToken } });
  const content = await holder.documents.download({ documentId: signed.application.letter?.documentId ?? '' });
  const pdf = Buffer.from(await content.arrayBuffer());
  const [, address] = pdf.toString('latin1').match(/\/URI \((\S+?\/verify\/\S+?)\)/) ?? [];
  if (address === undefined) throw new Error('The letter has no address to verify it.');
  return { pdf, address };
}

/** How a picture is taken. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  /** Side of the code in pixels. */
  readonly side: number;
  readonly turned: number;
  readonly blur: number;
}

/** The code on paper on a table, as a camera sees it: turned, a little out of focus, in uneven light. */
export function photograph(text: string, { width, height, side, turned, blur }: Shot): Sharp {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><linearGradient id="light"><stop offset="0" stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="#6d5d4b"/>
    <g transform="translate(${width / 2} ${height / 2}) rotate(${turned}) translate(${-side / 2} ${-side / 2})">
      <rect x="${-side * 0.15}" y="${-side * 0.1}" width="${side * 1.3}" height="${side * 1.2}" fill="#f4f1ea"/>
      <path transform="scale(${side / size})" d="${dark}" fill="#222"/>
    </g>
    <rect width="100%" height="100%" fill="url(#light)"/></svg>`;
  return sharp(Buffer.from(svg)).blur(blur).removeAlpha();
}

/** The same picture as a film that Chromium takes for a camera. */
export async function film(text: string, shot: Shot): Promise<Buffer> {
  const luma = await photograph(text, shot).greyscale().raw().toBuffer();
  const grey = Buffer.alloc((shot.width * shot.height) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${shot.width} H${shot.height} F10:1 Ip A1:1 C420mpeg2\n`), frame, frame]);
}
