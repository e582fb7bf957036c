/** Draws a certificate on A4 pages: heading, rows, footer with page numbers, and the watermark over every page. */
import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Certificate, CertificateRow } from './certificate.ts';
import { absent, loadFont, printable } from '../../pdf/font.ts';

/** On every page: nobody may take an invented document for a real one. */
const watermark = '測試用・不具效力';

const margin = 56;
const foot = 64;
const labelWidth = 150;
const gap = 12;
const ink = '#1d2529';
const pale = '#5b666c';

/** @param password opens the document; without one it is open */
export async function drawCertificate(certificate: Certificate, password?: string): Promise<Uint8Array> {
  const font = await loadFont();
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: foot },
    bufferPages: true,
    lang: 'zh-Hant-TW',
    displayTitle: true,
    info: { Title: certificate.title, Author: certificate.agency, Subject: watermark },
    // Printing and reading aloud stay allowed: the password keeps others out, not its owner.
    ...(password === undefined
      ? {}
      : {
          pdfVersion: '1.7ext3',
          userPassword: password,
          permissions: { printing: 'highResolution', copying: true, contentAccessibility: true },
        }),
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  // A parsed font is taken as it is, which the types do not say; parsing anew would double the time.
  doc.font(font as unknown as Buffer);
  const page = new Page(doc, font);
  page.draw(certificate);
  doc.end();
  return whole;
}

class Page {
  readonly #doc: PDFKit.PDFDocument;
  readonly #font: Font;
  readonly #absent = new Set<string>();
  readonly #width: number;

  constructor(doc: PDFKit.PDFDocument, font: Font) {
    this.#doc = doc;
    this.#font = font;
    this.#width = doc.page.width - 2 * margin;
  }

  draw({ agency, title, number, issuedAt, sections }: Certificate): void {
    const doc = this.#doc;
    doc.fillColor(pale).fontSize(12).text(this.#shown(agency), { align: 'center' });
    doc.moveDown(0.3).fillColor(ink).fontSize(20).text(this.#shown(title), { align: 'center' });
    doc.moveDown(0.6);
    this.#row({ label: '文號', value: number });
    this.#row({ label: '核發時間', value: issuedAt });
    for (const { heading, rows } of sections) {
      this.#room(heading ? 64 : 30);
      doc.moveDown(0.5);
      if (heading) doc.fillColor(ink).fontSize(13).text(this.#shown(heading), margin, doc.y, { width: this.#width });
      doc.moveDown(0.2);
      for (const row of rows) this.#row(row);
    }
    if (this.#absent.size) this.#note();
    this.#everyPage();
  }

  #row({ label, value, image }: CertificateRow): void {
    const doc = this.#doc;
    const valueWidth = this.#width - labelWidth - gap;
    const [name, words] = [this.#shown(label), this.#shown(value)];
    doc.fontSize(11);
    this.#room(
      Math.max(doc.heightOfString(name, { width: labelWidth }), doc.heightOfString(words, { width: valueWidth })) + 8,
    );
    const top = doc.y;
    doc.fillColor(pale).text(name, margin, top, { width: labelWidth });
    const afterLabel = doc.y;
    if (!image || !this.#image(image, top))
      doc.fillColor(ink).text(words, margin + labelWidth + gap, top, { width: valueWidth });
    doc.y = Math.max(doc.y, afterLabel) + 3;
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + this.#width, doc.y)
      .lineWidth(0.4)
      .strokeColor('#c9cfd2')
      .stroke();
    doc.y += 4;
    doc.x = margin;
  }

  #image(bytes: Uint8Array, top: number): boolean {
    const doc = this.#doc;
    if (bytes.length > 40_000) return false;
    try {
      doc.image(Buffer.from(bytes), margin + labelWidth + gap, top, { fit: [120, 90] });
      doc.y = top + 92;
      return true;
    } catch {
      return false; // neither JPEG nor PNG
    }
  }

  /** Characters that could not be printed are named, so that nobody reads a name without them. */
  #note(): void {
    const codes = [...this.#absent].map((one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase()}`).join('、');
    this.#room(40);
    const text = `「${absent}」為本文件字型沒有的字（${codes}），請以資料檔所載為準。`;
    this.#doc.moveDown(0.6).fillColor(pale).fontSize(10).text(text, margin, this.#doc.y, { width: this.#width });
  }

  #everyPage(): void {
    const doc = this.#doc;
    const { count } = doc.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      doc.switchToPage(index);
      const { width, height, margins } = doc.page;
      margins.bottom = 0; // or else text in the margin begins a new page
      doc.fillColor(pale).fontSize(9);
      const line = `${watermark} | 本文件由模擬資料提供者產生，內容均為編造。 | 第${index + 1}頁，共${count}頁`;
      doc.text(line, margin, height - foot + 24, { width: this.#width, align: 'center', lineBreak: false });
      this.#watermark(width, height);
    }
  }

  /** As outlines: words across the page would stand between the lines of whoever copies or reads the text aloud. */
  #watermark(width: number, height: number): void {
    const doc = this.#doc;
    const run = this.#font.layout(watermark);
    const scale = 58 / this.#font.unitsPerEm;
    doc.save().rotate(-38, { origin: [width / 2, height / 2] });
    doc.translate((width - run.advanceWidth * scale) / 2, height / 2 + 20).scale(scale, -scale);
    doc.fillColor('#b3261e').fillOpacity(0.14);
    for (const glyph of run.glyphs) doc.path(glyph.path.toSVG()).fill().translate(glyph.advanceWidth, 0);
    doc.restore().fillOpacity(1);
  }

  #room(height: number): void {
    if (this.#doc.y + height > this.#doc.page.height - foot) this.#doc.addPage();
  }

  #shown(text: string): string {
    const { text: kept, absent: lacking } = printable(this.#font, text);
    for (const character of lacking) this.#absent.add(character);
    return kept;
  }
}
