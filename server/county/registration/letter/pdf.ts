/** A letter as a PDF on A4 pages, with the font of the other documents; each page says which it is of how many. */
import PDFDocument from 'pdfkit';
import type { Font } from 'fontkit';
import { loadFont, printable } from '#server/pdf/font.ts';
import type { Letter, LetterPart } from './content.ts';

const margin = 56;
const foot = 64;
const padding = 5;
const size = 10.5;
/** A row that is higher begins where so much of it has room. */
const begun = 110;
const ink = '#111111';
const rule = '#555555';

/**
 * @param now stands as the date of creation
 * A character that the font lacks stands as 〓 (`printable`).
 */
export async function pdfOf({ title, subtitle, parts }: Letter, now: Date): Promise<Uint8Array> {
  const font = await loadFont();
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: foot },
    bufferPages: true,
    lang: 'zh-Hant-TW',
    displayTitle: true,
    info: { Title: title, CreationDate: now },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  // A parsed font is taken as it is, which the types do not say.
  doc.font(font as unknown as Buffer);
  const sheet = new Sheet(doc, font);
  sheet.titles(title, subtitle);
  for (const part of parts) sheet.part(part);
  sheet.numbers();
  doc.end();
  return whole;
}

class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #font: Font;
  readonly #width: number;
  readonly #bottom: number;

  constructor(doc: PDFKit.PDFDocument, font: Font) {
    this.#doc = doc;
    this.#font = font;
    this.#width = doc.page.width - 2 * margin;
    this.#bottom = doc.page.height - foot;
  }

  /** Line for line: `printable` takes an end of line for a space. */
  #text(text: string): string {
    return text
      .split('\n')
      .map((line) => printable(this.#font, line).text)
      .join('\n');
  }

  titles(title: string, subtitle: string): void {
    const doc = this.#doc.fillColor(ink);
    doc.fontSize(18).text(this.#text(title), { align: 'center' });
    doc.moveDown(0.3).fontSize(12).text(this.#text(subtitle), { align: 'center' }).moveDown(0.5);
  }

  part(part: LetterPart): void {
    const doc = this.#doc;
    // A heading stays with what it stands above.
    if (doc.y + ('items' in part ? 70 : 40 + begun) > this.#bottom) doc.addPage();
    doc.moveDown(0.6).fontSize(13).text(this.#text(part.heading), margin, doc.y, { width: this.#width });
    doc.moveDown(0.3);
    if ('items' in part) {
      for (const item of part.items)
        doc.fontSize(size).text(this.#text(`・${item}`), margin, doc.y, { width: this.#width, lineGap: 2 });
      return;
    }
    const shares = 'rows' in part ? [0.28, 0.72] : sharesOf(part.head.length, part.heading);
    if ('rows' in part) for (const cells of part.rows) this.#row(cells, shares);
    else for (const cells of [part.head, ...part.table]) this.#row(cells, shares);
  }

  /** What does not fit goes on on the next page, in a frame of its own there. */
  #row(cells: readonly string[], shares: readonly number[]): void {
    const doc = this.#doc.fontSize(size);
    const widths = shares.map((share) => share * this.#width);
    const heightOf = (text: string, index: number): number => doc.heightOfString(text || ' ', options(widths[index]!));
    const whole = (texts: readonly string[]): number => Math.max(...texts.map(heightOf)) + 2 * padding;
    let texts: readonly string[] = cells.map((text) => this.#text(text));
    if (doc.y + Math.min(whole(texts), begun) > this.#bottom) doc.addPage();
    while (whole(texts) > this.#bottom - doc.y) {
      const room = this.#bottom - doc.y - 2 * padding;
      const here = texts.map((text, index) => fitting(text, (part) => heightOf(part, index) <= room));
      this.#frame(here, widths, this.#bottom - doc.y);
      texts = texts.map((text, index) => text.slice(here[index]!.length).replace(/^\n/, ''));
      doc.addPage();
    }
    this.#frame(texts, widths, whole(texts));
  }

  #frame(texts: readonly string[], widths: readonly number[], height: number): void {
    const doc = this.#doc;
    const top = doc.y;
    let left = margin;
    texts.forEach((text, index) => {
      doc.lineWidth(0.5).strokeColor(rule).rect(left, top, widths[index]!, height).stroke();
      doc.fillColor(ink).text(text, left + padding, top + padding, options(widths[index]!));
      left += widths[index]!;
    });
    doc.x = margin;
    doc.y = top + height;
  }

  numbers(): void {
    const doc = this.#doc;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page);
      // In the margin, where text would begin another page.
      doc.page.margins.bottom = 0;
      doc
        .fontSize(9)
        .fillColor(rule)
        .text(`第 ${page - start + 1} 頁，共 ${count} 頁`, margin, doc.page.height - 40, {
          width: this.#width,
          align: 'center',
          lineBreak: false,
        });
    }
  }
}

const options = (width: number) => ({ width: width - 2 * padding, lineGap: 2 });

/** As much of its beginning as fits; never half a character of two units. */
function fitting(text: string, fits: (part: string) => boolean): string {
  const ends = [0];
  for (const character of text) ends.push(ends.at(-1)! + character.length);
  let [least, most] = [0, ends.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(text.slice(0, ends[middle]))) least = middle;
    else most = middle - 1;
  }
  return text.slice(0, ends[least]);
}

const sharesOf = (columns: number, heading: string): readonly number[] => {
  if (columns === 4) return [0.2, 0.27, 0.33, 0.2];
  return heading.startsWith('三') ? [0.25, 0.2, 0.55] : Array.from({ length: columns }, () => 1 / columns);
};
