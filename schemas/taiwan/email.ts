import { plain } from './plain-text.ts';
import { read, refuse } from './reading.ts';
import type { Reading } from './reading.ts';

/** An address that mail can be sent to: dotted atoms, a host name with a dot, lengths of RFC 5321. No quoted local part. */
const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

export const isEmail = (text: string): boolean => {
  const at = text.lastIndexOf('@');
  return at > 0 && at <= 64 && text.length <= 254 && local.test(text.slice(0, at)) && isHost(text.slice(at + 1));
};

const isHost = (text: string): boolean => {
  const labels = text.split('.');
  const top = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    /[A-Za-z]/.test(top) &&
    top.length > 1 &&
    labels.every((part) => part.length < 64 && label.test(part))
  );
};

/**
 * `mailto:`, a name before `<…>`, the full stops of a Chinese input method and what ends a sentence or a list; the case
 * stays as typed, and a space between two words stays, to be refused: nobody knows what belongs there. Not checked.
 */
export const tidyEmail = (text: string): string =>
  plain(text)
    .replace(/^mailto: ?([^?]*)(?:\?.*)?$/i, '$1')
    .replace(/^[^<>]*<([^<>]+)>$/, '$1')
    .replace(/[。\uFF61]/g, '.')
    .replace(/ ?([@.]) ?/g, '$1')
    .replace(/[.,;、]$/, '')
    .trim();

export const readEmail = (typed: string): Reading<string, 'at' | 'host'> => {
  const address = tidyEmail(typed);
  if (isEmail(address)) return read(typed, address, address);
  const example = 'name@example.com';
  const ats = address.split('@').length - 1;
  if (ats !== 1) {
    return ats === 0
      ? refuse('at', '少了 @', 'has an @', example)
      : refuse('at', '只能有一個 @，一次填一個信箱', 'has one @ only', example);
  }
  return address.startsWith('@')
    ? refuse('at', '@ 前面要有名稱', 'has a name before the @', example)
    : isHost(address.slice(address.indexOf('@') + 1))
      ? refuse('whole', '@ 前面有不能用的字', 'has letters before the @ that cannot be', example)
      : refuse('host', '@ 後面的網域不完整', 'has a whole domain after the @', example);
};
