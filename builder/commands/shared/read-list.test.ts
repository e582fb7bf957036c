import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readLines } from './read-line.ts';
import { inOneLine, readList } from './read-list.ts';

const three = ['低收入戶', '中低收入戶', '一般戶'];
const marked = (marks: readonly string[]): string => three.map((text, at) => `${marks[at]}${text}`).join('\n');

describe('a pasted list', () => {
  const same: readonly (readonly [name: string, pasted: string])[] = [
    ['line feeds', three.join('\n')],
    ['lines of Windows and a last end', `${three.join('\r\n')}\r\n`],
    ['old Mac', three.join('\r')],
    ['soft breaks of Word', three.join('\v')],
    ['empty lines', `\n\n${three.join('\n\n　\n')}\n`],
    ['spaces around', three.map((one) => ` \u3000${one}\u3000`).join('\n')],
    ['1.', marked(['1.', '2.', '3.'])],
    ['1. with a space', marked(['1. ', '2. ', '3. '])],
    ['1. with a tab, as Word copies', marked(['1.\t', '2.\t', '3.\t'])],
    ['1、', marked(['1、', '2、', '3、'])],
    ['full width', marked(['１．', '２．', '３．'])],
    ['1)', marked(['1)', '2) ', '3）'])],
    ['(1)', marked(['(1)', '(2) ', '（3）'])],
    ['（一）', marked(['（一）', '（二）', '（三）'])],
    ['一、', marked(['一、', '二、', '三、'])],
    ['甲、', marked(['甲、', '乙、', '丙、'])],
    ['①', marked(['①', '② ', '③、'])],
    ['A.', marked(['A.', 'B. ', 'C、'])],
    ['(a)', marked(['(a)', '(b)', '(c)'])],
    ['i.', marked(['i. ', 'ii. ', 'iii. '])],
    ['1 and a space', marked(['1 ', '2 ', '3 '])],
    ['1：', marked(['1：', '2：', '3：'])],
    ...[
      '•',
      '‧',
      '・',
      '·',
      '-',
      '- ',
      '–',
      '*',
      '◎',
      '□',
      '☐',
      '○',
      '●',
      '▪',
      '◆',
      '➢',
      '✓',
      '※',
      '\uF0B7\t',
      '□ 1. ',
      '1.□',
    ].map((mark) => [`"${mark}"`, marked([mark, mark, mark])] as const),
    ['a table with a column of numbers', three.map((one, at) => `${at + 1}\t${one}`).join('\r\n')],
    ['cells in quotes', '"低收入戶"\t\r\n"中低收入戶"\t\r\n一般戶\t'],
    ['one row of a table', three.join('\t')],
    ['、', three.join('、')],
    ['commas', three.join(',')],
    ['full-width commas', `${three.join('，')}`],
    ['boxes in one line', '□低收入戶　□中低收入戶 □ 一般戶'],
    ['numbers in one line', '(1)低收入戶 (2)中低收入戶 (3)一般戶'],
    ['circles in one line', '①低收入戶②中低收入戶③一般戶'],
    ['ends of items', '一、低收入戶；\n二、中低收入戶；\n三、一般戶。'],
    ['boxes behind', three.map((one) => `${one}□`).join('\n')],
    ['what is not seen', `\uFEFF低收入戶\u200B\n中低收入戶\u200E\n一般戶`],
  ];
  for (const [name, pasted] of same)
    test(name, () =>
      assert.deepEqual(
        readList(pasted),
        three.map((text) => ({ text })),
      ),
    );

  const kept: readonly (readonly string[])[] = [
    ['65歲以上', '未滿65歲'],
    ['1,000元以下', '1,001元以上'],
    ['100年', '101年', '102年'],
    ['1.5公里以內', '2.5公里以內'],
    ['114.1.1', '115.2.1', '116.3.1'],
    ['1 人', '2 人', '3 人以上'],
    ['1人', '2人'],
    ['1', '2', '3'],
    ['甲', '乙', '丙'],
    ['A', 'B', 'O', 'AB'],
    ['-5度以下', '0度'],
    ['一、二級', '三級'],
    ['1、2樓', '3樓'],
    ['第一類', '第二類'],
    ['其他（房屋、土地、車輛）', '無'],
    ['A型', 'B型'],
    ['113-1', '113-2'],
    ['3歲', '4歲'],
  ];
  for (const lines of kept)
    test(`stays: ${lines.join(' ')}`, () =>
      assert.deepEqual(
        readList(lines.join('\n')),
        lines.map((text) => ({ text })),
      ));

  for (const line of [
    '低收入戶',
    '低收入戶、中低收入戶',
    '其他（房屋、土地、車輛）',
    '1,000元以下',
    '請說明原因，並附上證明。',
    '',
  ])
    test(`is no list: ${line}`, () => assert.ok(readList(line).length < 2));

  test('a second column is the English, or a hint', () => {
    assert.deepEqual(readList('是\tYes\n否\tNo'), [
      { text: '是', en: 'Yes' },
      { text: '否', en: 'No' },
    ]);
    assert.deepEqual(readList('1\t甲\t附證明\n2\t乙\t'), [{ text: '甲', hint: '附證明' }, { text: '乙' }]);
  });

  test('a place to write goes', () => {
    assert.deepEqual(readList('□甲\n□其他：＿＿＿＿'), [{ text: '甲' }, { text: '其他' }]);
  });

  test('lines of a cell stay one item', () => {
    assert.deepEqual(readList('"甲\n（附證明）"\n乙'), [{ text: '甲 （附證明）' }, { text: '乙' }]);
  });

  test('no item is empty, none holds a break, and no letter is made up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'甲乙1.、(一)\n\t\r"□-5,， Aa'.split('')), { maxLength: 40 }),
        (letters) => {
          const pasted = letters.join('');
          for (const { text, hint, en } of readList(pasted))
            for (const one of [text, hint, en]) {
              if (one === undefined) continue;
              assert.ok(one.trim());
              assert.ok(!/[\n\r\t]/.test(one));
              assert.ok([...one].every((letter) => letter === ' ' || pasted.includes(letter)));
            }
        },
      ),
    );
  });

  test('words in one line', () => assert.equal(inOneLine(' 姓名\r\n（中文）\t'), '姓名 （中文）'));
});

test('lines of questions lose the same marks', () => {
  const labels = (text: string): string[] => readLines(text).map(({ label }) => label);
  assert.deepEqual(labels('一、姓名\r\n二、\t生日\n（三）電話\n□ 4. 地址'), ['姓名', '生日', '電話', '地址']);
  assert.deepEqual(labels('65歲以上人數\n1.5公里內的住址'), ['65歲以上人數', '1.5公里內的住址']);
});
