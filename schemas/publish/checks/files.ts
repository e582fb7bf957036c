/** A question for files must take a kind that can be taken; one that names others is told so. */
import { fileKinds, kindsRefused, kindsTaken } from '../../form/file-kinds.ts';
import { blocks, say, warns, type Check } from '../check.ts';
import { nameOf, partsOf } from '../form-parts.ts';

const names = fileKinds.map(({ name }) => name).join('、');
const englishNames = fileKinds.map(({ name }) => name).join(', ');

export const filesTaken: Check = {
  group: 'questions',
  code: 'files-taken',
  done: say('上傳檔案的題目，列出的檔案都收得到', 'Every kind of file that is offered can be taken'),
  find: ({ document: { form } }) =>
    partsOf(form).flatMap((at) => {
      const { part, ref } = at;
      if (!('type' in part) || part.type !== 'file') return [];
      const refused = kindsRefused(part.accept);
      if (!refused.length) return [];
      const taken = kindsTaken(part.accept).map(({ type }) => type);
      const name = nameOf(at);
      const text = say(
        `${name['zh-Hant']}列了不能上傳的檔案（${refused.join('、')}）。能收的是 ${names}；iPhone 的 HEIC 相片會轉成 JPG 再上傳。`,
        `${name.en} names files that cannot be taken (${refused.join(', ')}). Taken are ${englishNames}; iPhones make JPG of HEIC photos.`,
      );
      const place = { part: ref, key: 'accept' };
      if (!taken.length) return [blocks('files-untaken', text, place)];
      const fix = {
        label: say('只留能收的', 'Keep those that can be taken'),
        commands: [{ id: 'set-property', args: { of: ref, key: 'accept', value: taken } }],
      };
      return [warns('files-refused', text, place, fix)];
    }),
};
