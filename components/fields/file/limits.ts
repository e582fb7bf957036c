/** Which files may be sent, and how limits read. Pure. */
import type { FileField } from '../../../schemas/form/definition.ts';

export type FileProblem = 'fileType' | 'fileTooLarge' | 'fileEmpty' | 'fileTooMany';

type FileLike = { readonly name: string; readonly size: number; readonly type: string };

/** `accept` holds MIME types, families (`image/*`) or endings (`.pdf`), as the attribute of the same name does. */
const accepted = ({ name, type }: FileLike, accept: readonly string[]): boolean =>
  accept.some((rule) =>
    rule.startsWith('.')
      ? name.toLowerCase().endsWith(rule.toLowerCase())
      : rule.endsWith('/*')
        ? type.startsWith(rule.slice(0, -1))
        : type === rule,
  );

/** `taken`: how many files the answer holds and is still receiving. The server decides; this spares a long upload. */
export const fileProblem = (file: FileLike, field: FileField, taken: number): FileProblem | undefined => {
  if (taken >= field.maxFiles) return 'fileTooMany';
  if (!accepted(file, field.accept)) return 'fileType';
  if (file.size > field.maxBytes) return 'fileTooLarge';
  return file.size ? undefined : 'fileEmpty';
};

/** `5242880` → `5 MB`, in steps of 1024, one decimal at most. */
export const sizeText = (bytes: number): string => {
  const [amount, unit] = bytes >= 1 << 20 ? [bytes / (1 << 20), 'MB'] : [Math.max(bytes / 1024, 0.1), 'KB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
};

const short: Readonly<Record<string, string>> = { jpeg: 'JPG', 'svg+xml': 'SVG', plain: 'TXT' };

/** `application/pdf` → `PDF`; `image` for the family is a word of the catalogue. */
export const typesText = (accept: readonly string[], image: string): string =>
  accept
    .map((rule) => {
      if (rule === 'image/*') return image;
      const kind = rule.replace(/^(\.|.*\/)/, '');
      return short[kind] ?? kind.toUpperCase();
    })
    .join('、');
