import { fileKinds, kindsTaken, mostBytes, mostFiles } from '../file-kinds.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { closed, count, defaultLengths, line, say, textAnswer } from './parts.ts';

/** Answer: array of `{ id, name, size, type }`, `id` given by the county app on upload. Sizes in bytes. */
export interface FileField extends FieldBase {
  readonly type: 'file';
  readonly accept: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}

const megabyte = 1024 * 1024;

export const file: FieldKind<FileField> = {
  type: 'file',
  name: say('上傳檔案', 'File upload'),
  settings: {
    accept: {
      is: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        items: { type: 'string', pattern: '^[a-z]+/(?:\\*|[a-z0-9][a-z0-9.+-]*)$' },
        description: 'MIME types; image/* for a family.',
      },
      word: say('檔案種類', 'kinds of files'),
      needed: true,
    },
    maxBytes: { is: count(1, mostBytes), word: say('檔案大小上限', 'largest file'), needed: true },
    maxFiles: { is: count(1, mostFiles), word: say('檔案數量上限', 'most files'), needed: true },
  },
  fresh: { accept: fileKinds.map(({ type }) => type), maxBytes: 5 * megabyte, maxFiles: 3 },
  takes: [],
  panel: [
    { editor: 'accept' },
    [
      { control: 'number', key: 'maxFiles', name: say('最多幾個檔案', 'Most files'), least: 1, most: mostFiles },
      {
        control: 'number',
        key: 'maxBytes',
        name: say('每個檔案最大（MB）', 'Largest file (MB)'),
        least: 1,
        most: mostBytes / megabyte,
        unit: megabyte,
      },
    ],
  ],
  outside: true,
  heard: { rank: 7, words: /上傳|附件|影本|照片|upload/i },
  compared: () => 'answered',
};

export const fileRules: FieldRules<FileField> = {
  answer: (field) => {
    const taken = kindsTaken(field.accept).map(({ type }) => type);
    return {
      type: 'array',
      minItems: 1,
      maxItems: field.maxFiles,
      items: closed(
        {
          id: { type: 'string', pattern: '^[\\w-]{1,64}$' },
          name: textAnswer({}, line, defaultLengths.filename),
          size: { type: 'integer', minimum: 1, maximum: field.maxBytes },
          // Of kinds that nobody takes, none: but a schema must name something.
          type: { enum: taken.length ? taken : [...field.accept] },
        },
        ['id', 'name', 'size', 'type'],
      ),
    };
  },
  sample: ({ accept, maxBytes }) => {
    const [first] = kindsTaken(accept);
    const named = first
      ? { name: `test${first.endings[0]}`, type: first.type }
      : { name: 'test.bin', type: accept[0] ?? '' };
    return [{ id: 'test', name: named.name, size: Math.min(1000, maxBytes), type: named.type }];
  },
  paper: ({ maxFiles }) => [{ square: true }, ` 已附上（最多 ${maxFiles} 份影本）`],
};
