/** Files that a resident attaches, small but true to their type. */
import { Buffer } from 'node:buffer';
import type { Attachment } from './answers.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const photo: Attachment = { name: '照片.png', mimeType: 'image/png', buffer: png };
export const passbook: Attachment = { name: '存摺封面.png', mimeType: 'image/png', buffer: png };

/** A page of text by its name and by its bytes. */
export const letter: Attachment = {
  name: '說明.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from('PK\u0003\u0004 letter'),
};

/** Says that it is a picture, and is none. */
export const disguised: Attachment = {
  name: '偽裝.png',
  mimeType: 'image/png',
  buffer: Buffer.from('<html><script>alert(1)</script></html>'),
};

export const scanOf = (megabytes: number): Attachment => ({
  name: '掃描.png',
  mimeType: 'image/png',
  buffer: Buffer.concat([png, Buffer.alloc(megabytes * 1024 * 1024)]),
});
