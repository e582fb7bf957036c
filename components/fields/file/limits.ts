/** Which files may be sent, and how limits read. Pure. */
import type { FileField } from '#schemas/form/definition.ts';
import { kindOf, kindsTaken } from '#schemas/form/file-kinds.ts';

export type FileProblem = 'fileType' | 'fileHeic' | 'fileTooLarge' | 'fileEmpty' | 'fileTooMany';

type FileLike = { readonly name: string; readonly size: number; readonly type: string };

/** `taken`: how many files the answer holds and is still receiving. The server decides; this spares a long upload. */
export const fileProblem = (file: FileLike, field: FileField, taken: number): FileProblem | undefined => {
  if (taken >= field.maxFiles) return 'fileTooMany';
  const kind = kindOf(file);
  if (kind === 'heic') return 'fileHeic';
  if (!kind || !kindsTaken(field.accept).includes(kind)) return 'fileType';
  if (file.size > field.maxBytes) return 'fileTooLarge';
  return file.size ? undefined : 'fileEmpty';
};

/** `5242880` → `5 MB`, in steps of 1024, one decimal at most. */
export const sizeText = (bytes: number): string => {
  const [amount, unit] = bytes >= 1 << 20 ? [bytes / (1 << 20), 'MB'] : [Math.max(bytes / 1024, 0.1), 'KB'];
  return `${Math.round(amount * 10) / 10} ${unit}`;
};

/** What the page's input is told; where nothing can be taken, as it is written. */
export const acceptOf = (accept: readonly string[]): string =>
  kindsTaken(accept)
    .map(({ type }) => type)
    .join() || accept.join();

/** `PDF、JPG` */
export const typesText = (accept: readonly string[]): string =>
  kindsTaken(accept)
    .map(({ name }) => name)
    .join('、');
