/** What options of a choice are called, and what is only held for words to come. */
import type { Option } from '#schemas/form/definition.ts';

/** A value that no other option has. */
export function freshValue(options: readonly Pick<Option, 'value'>[]): string {
  const used = new Set(options.map(({ value }) => value));
  let n = options.length + 1;
  while (used.has(`option${n}`)) n += 1;
  return `option${n}`;
}

/** As they come with a new question, and nobody has written on them. */
export const isUntouched = ({ value, label, hint }: Option): boolean =>
  /^option\d+$/.test(value) &&
  hint === undefined &&
  (!`${label['zh-Hant']}${label.en}`.trim() ||
    (/^選項 ?[一二\d]+$/.test(label['zh-Hant']) && /^(Option (one|two|\d+))?$/.test(label.en ?? '')));
