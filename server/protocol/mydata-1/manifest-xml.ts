/**
 * `META-INFO/manifest.xml` of both layers: root `files`, repeated `file` with child elements. Attributes, prefixes and
 * further elements are passed over; no document type, no entities beyond the five of XML and character references.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PackageError, type ShapeReason } from './errors.ts';
import { isObject } from '#schemas/json.ts';
import { escapeMarkup } from '#schemas/markup.ts';

const maxBytes = 1024 * 1024;

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

/** Children keep the order of their keys. */
export function writeManifest(files: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const rows = files.map((file) => {
    const children = Object.entries(file).map(([name, text]) => `    <${name}>${escapeMarkup(text)}</${name}>\n`);
    return `  <file>\n${children.join('')}  </file>\n`;
  });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n<files>\n${rows.join('')}</files>\n`);
}

/**
 * → one record per `file`; each has the `wanted` children, once and as text, and the `optional` ones, empty where absent.
 * Throws `PackageError` of step `shape`.
 */
export function readManifest<Name extends string, Optional extends string = never>(
  bytes: Uint8Array,
  wanted: readonly Name[],
  optional: readonly Optional[] = [],
): readonly Readonly<Record<Name | Optional, string>>[] {
  const root = parse(bytes);
  const files = isObject(root) && Object.keys(root).length === 1 ? root['files'] : undefined;
  if (files === '') return [];
  if (!isObject(files)) throw refuse('manifest-root', 'The manifest has another root than `files`.');
  const rows = Array.isArray(files['file']) ? (files['file'] as unknown[]) : [files['file']];
  return rows.map((row) => {
    if (!isObject(row)) throw refuse('manifest-row', 'The manifest has a `file` without children.');
    const child = (name: string, absent?: string): readonly [string, string] => {
      const text = row[name] ?? absent;
      if (typeof text !== 'string')
        throw refuse('manifest-row', `A file of the manifest has not exactly one \`${name}\`.`);
      return [name, unescape(text)];
    };
    const entries = [...wanted.map((name) => child(name)), ...optional.map((name) => child(name, ''))];
    return Object.fromEntries(entries) as Record<Name | Optional, string>;
  });
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > maxBytes) throw refuse('manifest-large', 'The manifest is too large.');
  const text = withoutSections(textOf(bytes));
  if (/<!/.test(text)) throw refuse('manifest-declaration', 'The manifest holds a declaration.');
  if (XMLValidator.validate(text) !== true) throw refuse('manifest-xml', 'The manifest is not well-formed XML.');
  try {
    return parser.parse(text) as unknown;
  } catch (error) {
    throw refuse('manifest-xml', 'The manifest is not well-formed XML.', error);
  }
}

/** What the declaration says of the encoding is passed over: writers on .NET say UTF-16 of what they send as UTF-8. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw refuse('manifest-encoding', 'The manifest is not UTF-8.', error);
  }
}

/** Comments go, and the text of a CDATA section stands as text. Whichever begins first holds the other. */
const withoutSections = (text: string): string =>
  text.replace(/<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>/g, (_, cdata?: string) =>
    cdata === undefined ? '' : escapeMarkup(cdata),
  );

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const point = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = point ? Number.parseInt(point[1] ?? point[2] ?? '', point[1] ? 16 : 10) : NaN;
    const sign = Object.hasOwn(named, name)
      ? named[name]
      : code > 0 && code <= 0x10ffff
        ? String.fromCodePoint(code)
        : undefined;
    if (sign === undefined || !whole.endsWith(';'))
      throw refuse('manifest-entity', 'The manifest holds an unknown entity.');
    return sign;
  });
}

const refuse = (reason: ShapeReason, message: string, cause?: unknown): PackageError =>
  new PackageError('shape', reason, message, { cause });
