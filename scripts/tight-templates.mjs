/**
 * Makes the white space in `css` and `html` templates small at build. Owns those two tags; scripts are the bundler's to
 * minify. Quoted text keeps its spaces, and in HTML one space stays where there was any: between inline elements it is
 * seen. A template with text in `<pre>` or `<textarea>` is left alone.
 */
import { parseAst } from 'vite';

const quotedOrBlank = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?:\/\*[^]*?\*\/|\s)+/g;

/**
 * One piece of a stylesheet between expressions. A colon loses the space after it only: the one before it is a combinator.
 * @param {string} text
 */
export const tightCss = (text) =>
  text
    .replace(quotedOrBlank, (_, quoted) => quoted ?? ' ')
    .replace(
      /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')| ?([{};,>]) ?|(:) /g,
      (found, quoted, mark, colon) => quoted ?? mark ?? colon ?? found,
    )
    .replaceAll(';}', '}');

/**
 * One piece of a template between expressions. The space before `/>` stays: it ends an unquoted value.
 * @param {string} text
 */
export const tightHtml = (text) => text.replace(/\s+/g, ' ').replaceAll(' >', '>');

const keepsSpace = /<(pre|textarea)\b[^>]*>(?!<\/)/;

/**
 * Pieces of a template are tightened one by one: what an expression stands next to keeps its place.
 * @param {string} code
 * @returns {string}
 */
export function tightTemplates(code) {
  const edits = [];
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, tag, quasi } = node;
    if (type === 'TaggedTemplateExpression' && (tag?.name === 'css' || tag?.name === 'html')) {
      const pieces = quasi.quasis.map(({ start, end }) => ({ start, end, text: code.slice(start, end) }));
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

/**
 * For builds; tests in a browser do the same (web-test-runner.config.mjs), so that what ships is what was tested.
 * @returns {import('vite').Plugin}
 */
export const tightTemplatesPlugin = () => ({
  name: 'tight-templates',
  enforce: 'pre',
  apply: 'build',
  transform: {
    filter: { id: /\.ts$/, code: /\b(?:css|html)`/ },
    handler: (code) => ({ code: tightTemplates(code), map: null }),
  },
});
