/**
 * The one font of the documents (Chocolate Classical Sans, OFL): read and parsed once per process, when the first
 * document is drawn. Owns which characters it can show.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font, type Glyph, type GlyphPosition, type GlyphRun } from 'fontkit';

const file = '@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf';

/** Characters that the font lacks → a like one of it. The document's text keeps the real character. */
const standIns: Readonly<Record<string, string>> = { '‧': '∙', '・': '•' };

/** 下橫線號 of the printers: here stands a character that the font does not have. */
export const absent = '〓';

let loading: Promise<Font> | undefined;

/** Rejects where the file is not there, or is no font. */
export const loadFont = (): Promise<Font> => (loading ??= load());

async function load(): Promise<Font> {
  const font = create(await readFile(createRequire(import.meta.url).resolve(file)));
  if (!('layout' in font)) throw new TypeError('not a single font');
  font.layout = (text) => new PlainRun(font, text) as unknown as GlyphRun;
  return font;
}

/** Glyph after glyph: Chinese needs no shaping, which would take nine tenths of the time. */
class PlainRun {
  readonly glyphs: Glyph[];
  readonly positions: GlyphPosition[];

  constructor(font: Font, text: string) {
    this.glyphs = [...text].map((character) => {
      const glyph = font.glyphForCodePoint((standIns[character] ?? character).codePointAt(0)!);
      // What a reader copies or searches is what was meant, not what was drawn for it.
      glyph.codePoints = [character.codePointAt(0)!];
      return glyph;
    });
    this.positions = this.glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    }));
  }

  /** In units of the positions, which are scaled after the run is made. */
  get advanceWidth(): number {
    return this.positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  }
}

export interface Printable {
  readonly text: string;
  /** Those that were replaced by 〓, each once. */
  readonly absent: readonly string[];
}

/** A compatible form (／ → /) goes before 〓. Line ends become spaces, other control characters go. */
export function printable(font: Pick<Font, 'hasGlyphForCodePoint'>, text: string): Printable {
  const shows = (one: string): boolean =>
    one in standIns || [...one].every((part) => font.hasGlyphForCodePoint(part.codePointAt(0)!));
  const lacking = new Set<string>();
  const kept = [...text.replace(/[\r\n\t]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '')].map((character) => {
    if (shows(character)) return character;
    const like = character.normalize('NFKC');
    if (like && shows(like)) return like;
    // A stroke selector changes a shape, not the character.
    if (/\p{Variation_Selector}/u.test(character)) return '';
    lacking.add(character);
    return absent;
  });
  return { text: kept.join(''), absent: [...lacking] };
}
