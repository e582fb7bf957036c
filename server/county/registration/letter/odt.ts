/**
 * A letter as an OpenDocument text (ODF 1.2): content, styles, metadata and manifest in a zip whose first entry is `mimetype`,
 * stored (ODF 1.2 part 3, 3.3), so that programs know it by its first bytes.
 */
import { strToU8, zipSync } from 'fflate';
import type { Letter, LetterPart } from './content.ts';
import { escapeMarkup } from '#schemas/markup.ts';

export const odtType = 'application/vnd.oasis.opendocument.text';

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
]
  .map((one) => `xmlns:${one}`)
  .join(' ');

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Control characters have no place in XML 1.0, escaped or not. */
const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  escapeMarkup(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));

const paragraph = (text: string, style = 'Body'): string =>
  `<text:p text:style-name="${style}">${text.split('\n').map(escaped).join('<text:line-break/>')}</text:p>`;

const cell = (text: string, style = 'Body'): string =>
  `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(text, style)}</table:table-cell>`;

function table(name: string, widths: readonly number[], rows: readonly string[], headRow = ''): string {
  const columns = widths.map((_, index) => `<table:table-column table:style-name="${name}${index}"/>`).join('');
  return `<table:table table:name="${name}" table:style-name="Table">${columns}${
    headRow && `<table:table-header-rows>${headRow}</table:table-header-rows>`
  }${rows.join('')}</table:table>`;
}

const row = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

/** In centimetres: the page is 17 wide. */
const widthsOf = (part: LetterPart): readonly number[] => {
  if ('rows' in part) return [4.5, 12.5];
  if (!('table' in part)) return [];
  if (part.head.length === 4) return [3.5, 4.5, 5.5, 3.5];
  return part.heading.startsWith('三') ? [4, 3.5, 9.5] : [17 / 3, 17 / 3, 17 / 3];
};

function body(part: LetterPart, index: number): string {
  const heading = `<text:h text:style-name="Heading" text:outline-level="2">${escaped(part.heading)}</text:h>`;
  const name = `T${index}C`;
  if ('items' in part) return heading + part.items.map((item) => paragraph(`・${item}`, 'Item')).join('');
  if ('rows' in part)
    return (
      heading +
      table(
        name,
        widthsOf(part),
        part.rows.map(([label, value]) => row([cell(label, 'Label'), cell(value)])),
      )
    );
  return (
    heading +
    table(
      name,
      widthsOf(part),
      part.table.map((cells) => row(cells.map((text) => cell(text)))),
      row(part.head.map((text) => cell(text, 'Label'))),
    )
  );
}

const font = 'style:font-name="Kai" style:font-name-asian="Kai" fo:language="zh" fo:country="TW"';
const asian = (size: number, weight = 'normal'): string =>
  `fo:font-size="${size}pt" style:font-size-asian="${size}pt" fo:font-weight="${weight}" style:font-weight-asian="${weight}"`;
const style = (name: string, text: string, block = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${block}/><style:text-properties ${font} ${text}/></style:style>`;

const faces =
  '<office:font-face-decls><style:font-face style:name="Kai" svg:font-family="&apos;標楷體&apos;, &apos;BiauKai&apos;, &apos;DFKai-SB&apos;" style:font-family-generic="system"/></office:font-face-decls>';

const columnStyles = (parts: readonly LetterPart[]): string =>
  parts
    .flatMap((part, index) =>
      widthsOf(part).map(
        (width, column) =>
          `<style:style style:name="T${index}C${column}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/></style:style>`,
      ),
    )
    .join('');

const contentXml = ({ title, subtitle, parts }: Letter): string =>
  `${head}<office:document-content ${namespaces} office:version="1.2">${faces}<office:automatic-styles>${[
    style('Title', asian(18, 'bold'), 'fo:text-align="center" fo:margin-bottom="0.2cm"'),
    style('Subtitle', asian(12), 'fo:text-align="center" fo:margin-bottom="0.4cm"'),
    style('Heading', asian(13, 'bold'), 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"'),
    style('Body', asian(11), 'fo:line-height="140%"'),
    style('Label', asian(11, 'bold'), 'fo:line-height="140%"'),
    style('Item', asian(11), 'fo:margin-left="0.5cm" fo:text-indent="-0.5cm" fo:line-height="140%"'),
    '<style:style style:name="Table" style:family="table"><style:table-properties style:width="17cm" table:align="center"/></style:style>',
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.12cm"/></style:style>',
    columnStyles(parts),
  ].join('')}</office:automatic-styles><office:body><office:text>${paragraph(title, 'Title')}${paragraph(
    subtitle,
    'Subtitle',
  )}${parts.map(body).join('')}</office:text></office:body></office:document-content>\n`;

const stylesXml = `${head}<office:document-styles ${namespaces} office:version="1.2">${faces}<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" style:print-orientation="portrait"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>\n`;

const metaXml = ({ title }: Letter, now: Date): string =>
  `${head}<office:document-meta ${namespaces} office:version="1.2"><office:meta><dc:title>${escaped(title)}</dc:title><dc:language>zh-TW</dc:language><meta:creation-date>${now.toISOString().slice(0, 19)}</meta:creation-date></office:meta></office:document-meta>\n`;

const manifestXml = `${head}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${odtType}"/>${[
  'content.xml',
  'styles.xml',
  'meta.xml',
]
  .map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`)
  .join('')}</manifest:manifest>\n`;

/** @param now stands as the date of creation, and as that of the zip's entries */
export function odtOf(letter: Letter, now: Date): Uint8Array {
  return zipSync(
    {
      mimetype: [strToU8(odtType), { level: 0 }],
      'content.xml': strToU8(contentXml(letter)),
      'styles.xml': strToU8(stylesXml),
      'meta.xml': strToU8(metaXml(letter, now)),
      'META-INF/manifest.xml': strToU8(manifestXml),
    },
    { mtime: now },
  );
}
