/**
 * Which passwords whoever guesses would try first: the commonest there are, our own words, one or two of either with something
 * round them, and runs of the alphabet or of a keyboard.
 */
import { createRequire } from 'node:module';
import { passwordLength } from './password-length.ts';

/** Words that belong to this product and to where it stands; docs/console.md names them. */
const ownWords = [
  ...['mydata', 'personal', 'data', 'government', 'gov', 'taiwan', 'formosa', 'roc', 'county', 'city', 'platform'],
  ...['operator', 'reviewer', 'auditor', 'provider', 'designer', 'approver', 'publisher', 'clerk', 'staff', 'admin'],
  ...['administrator', 'console', 'portal', 'registry', 'counter', 'login', 'account', 'welcome', 'password', 'secret'],
  ...['個人資料', '政府', '縣政府', '縣市', '平臺', '平台', '管理員', '管理', '密碼', '帳號', '登入', '台灣', '臺灣'],
  ...['taipei', 'newtaipei', 'taoyuan', 'taichung', 'tainan', 'kaohsiung', 'keelung', 'hsinchu', 'chiayi', 'miaoli'],
  ...[
    'changhua',
    'nantou',
    'yunlin',
    'pingtung',
    'yilan',
    'hualien',
    'taitung',
    'penghu',
    'kinmen',
    'lienchiang',
    'matsu',
  ],
];

const mostCommon = 10_000;

/** The commonest passwords that were ever lost, most first. */
interface Lists {
  readonly dictionary: { readonly 'passwords-common': readonly string[] };
}

/** Read when the first password is chosen: tens of thousands of lines that a server mostly does not need. */
let known: ReadonlySet<string> | undefined;

function common(): ReadonlySet<string> {
  if (known) return known;
  const { dictionary } = createRequire(import.meta.url)('@zxcvbn-ts/language-common') as Lists;
  const listed = dictionary['passwords-common'];
  // Numbers alone would make every number behind a word look like one of them.
  const words = listed.slice(0, mostCommon).filter((one) => /[a-z]/.test(one));
  const long = listed.filter((one) => one.length >= passwordLength.min);
  known = new Set([...ownWords, ...words, ...long]);
  return known;
}

const runs = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
];

const reversed = (text: string): string => [...text].reverse().join('');

/** All of it goes along a run, forwards or backwards, perhaps from one run to another. */
const isRun = (text: string): boolean =>
  [...runs, ...runs.map(reversed)].some((run) =>
    [...text].every((_, index) => index === 0 || run.includes(text.slice(index - 1, index + 1))),
  );

const signsBefore = /^[\d\p{P}\p{S}\s]+/u;
const signsBehind = /[\d\p{P}\p{S}\s]+$/u;

const isWord = (text: string): boolean => common().has(text) || (text.length >= 3 && isRun(text));

/** Two words beside each other, with or without something between. */
const isTwoWords = (text: string): boolean => {
  for (let at = 2; at <= text.length - 2; at += 1)
    if (isWord(text.slice(0, at).replace(signsBehind, '')) && isWord(text.slice(at).replace(signsBefore, '')))
      return true;
  return false;
};

/** @param password at least as long as ours have to be */
export function isGuessable(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 5 || /^(.{1,4})\1+$/.test(lower)) return true;
  const core = lower.replace(signsBefore, '').replace(signsBehind, '');
  return isWord(lower) || isWord(lower.replace(/\D/g, '')) || isWord(core) || isTwoWords(core);
}
