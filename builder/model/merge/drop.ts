/** Takes away what spoke of something that was chosen to be gone, and says so. */
import { isText } from '#schemas/publish/texts.ts';
import { wordOf } from '#schemas/publish/property-words.ts';
import type { Text } from '#schemas/text.ts';
import { say } from '../command.ts';
import { isList, type Json, type JsonObject } from '../json.ts';
import { wordsOf, type Key, type Node } from './tree.ts';
import type { Dangling, Whole } from './uses.ts';
import { isObject } from '#schemas/json.ts';

export function withoutDangling({ tree, form }: Whole, dangling: readonly Dangling[]): Whole {
  const nodes = new Map<Key, Node>(tree.nodes);
  let around = form;
  for (const { drop } of dangling) {
    if ('end' in drop) around = withoutEnd(around, drop.end);
    else {
      const node = nodes.get(drop.of);
      if (!node) continue;
      const props = 'key' in drop ? without(node.props, drop.key) : withoutSource(node.props, drop.dataset);
      nodes.set(drop.of, { ...node, props });
    }
  }
  return { tree: { ...tree, nodes }, form: around };
}

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([one]) => one !== key));

const isFrom =
  (dataset: string) =>
  (source: Json): boolean =>
    isObject(source) && source['dataset'] === dataset;

function withoutSource(props: JsonObject, dataset: string): JsonObject {
  const { fill } = props;
  if (!isObject(fill) || !isList(fill['from'])) return props;
  const from = fill['from'].filter((source) => !isFrom(dataset)(source));
  return from.length ? { ...props, fill: { ...fill, from } } : without(props, 'fill');
}

function withoutEnd(form: JsonObject, id: string): JsonObject {
  const { ends } = form;
  if (!isList(ends)) return form;
  const left = ends.filter((end) => !(isObject(end) && end['id'] === id));
  return left.length ? { ...form, ends: left } : without(form, 'ends');
}

export function wordsOfDropped({ tree, form }: Whole, { drop }: Dangling): Text {
  if ('end' in drop) {
    const end = isList(form['ends']) ? form['ends'].find((one) => isObject(one) && one['id'] === drop.end) : undefined;
    const title = isObject(end) && isText(end['title']) ? end['title'] : say(drop.end, drop.end);
    return say(`無法申請的情形「${title['zh-Hant']}」`, `The end "${title.en || title['zh-Hant']}"`);
  }
  const node = tree.nodes.get(drop.of);
  const part = node ? wordsOf(node) : say(drop.of, drop.of);
  const word = wordOf('key' in drop ? drop.key : 'fill');
  return say(`${part['zh-Hant']}的${word['zh-Hant']}`, `${part.en}: ${word.en}`);
}
