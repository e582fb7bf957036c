/**
 * Makes the white space in `css` and `html` templates small at build. Owns those two tags; scripts are the bundler's to
 * minify. Quoted text keeps its spaces, and in HTML one space stays where there was any: between inline elements it is
 * seen. A template with text in `<pre>` or `<textarea>` is left alone.
 */
import { parseAst } from 'vite';
import type { Plugin } from 'vite';

interface Quasi {
  readonly start: number;
  readonly end: number;
}

const quotedOrBlank = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:\/\*[^]*?\*\/|\s)+/g;

/** One piece of a stylesheet between expressions. A colon loses the space after it only: the one before it is a combinator. */
export const tightCss = (text: string): string =>
  text
    .replace(quotedOrBlank, (_, quoted?: string) => quoted ?? ' ')
    .replace(
      /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')| ?([{};,>]) ?|(:) /g,
      (found: string, quoted?: string, mark?: string, colon?: string) => quoted ?? mark ?? colon ?? found,
    )
    .replaceAll(';}', '}');

/** One piece of a template between expressions. The space before `/>` stays: it ends an unquoted value. */
export const tightHtml = (text: string): string => text.replace(/\s+/g, ' ').replaceAll(' >', '>');

const keepsSpace = /<(pre|textarea)\b[^>]*>(?!<\/)/;

/** Pieces of a template are tightened one by one: what an expression stands next to keeps its place. */
export function tightTemplates(code: string): string {
  const edits: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, tag, quasi } = node as {
      type?: string;
      tag?: { name?: string };
      quasi?: { quasis: readonly Quasi[] };
    };
    if (type === 'TaggedTemplateExpression' && (tag?.name === 'css' || tag?.name === 'html')) {
      const pieces = quasi!.quasis.map(({ start, end }) => ({ start, end, text: code.slice(start, end) }));
      const exact = tag.name === 'html' && keepsSpace.test(pieces.map(({ text }) => text).join('$'));
      const tight = tag.name === 'css' ? tightCss : tightHtml;
      if (!exact) edits.push(...pieces.map(({ text, ...place }) => ({ ...place, text: tight(text) })));
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: 'ts' }));
  return edits
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: piece }) => text.slice(0, start) + piece + text.slice(end), code);
}

/** For builds only: tests and development run what is written. */
export const tightTemplatesPlugin = (): Plugin => ({
  name: 'tight-templates',
  enforce: 'pre',
  apply: 'build',
  transform: {
    filter: { id: /\.ts$/, code: /\b(?:css|html)`/ },
    handler: (code) => ({ code: tightTemplates(code), map: null }),
  },
});
