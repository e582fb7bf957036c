/** What the history says of a text is the text as it stands, not as it stood one key before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addQuestion } from '../commands/add-question.ts';
import { setProperty } from '../commands/set-property.ts';
import { partsOf, type Ref } from './locate.ts';
import { emptyDocument } from './document.ts';
import { EditingSession } from './session.ts';

const start = (): { session: EditingSession; wait(ms: number): void } => {
  let time = Date.parse('2026-11-28T01:00:00Z');
  const agency = { 'zh-Hant': '社會局', en: 'Social Affairs' };
  const session = new EditingSession(emptyDocument('new-service', '嘉義縣', agency), { now: () => new Date(time) });
  return { session, wait: (ms) => void (time += ms) };
};

const type = (session: EditingSession, of: Ref, key: string, text: string): void => {
  for (let n = 1; n <= text.length; n += 1)
    session.run(setProperty, { of, key, value: { 'zh-Hant': text.slice(0, n), en: '' } });
};
const told = (session: EditingSession): string => session.history.done.at(-1)!.words['zh-Hant'];

test('typed letter by letter, with pauses, emptied, and taken back', () => {
  const { session, wait } = start();
  const section = [...partsOf(session.document).keys()].find((ref) => ref.startsWith('section/'))!;
  session.run(addQuestion, { type: 'text', to: { parent: section, index: 0 } });
  const [question] = session.selected as [Ref];
  wait(5000);
  type(session, question, 'label', '聯絡電話');
  assert.equal(told(session), '修改題目「聯絡電話」的題目文字');
  wait(5000);
  type(session, question, 'label', '聯絡電話或手機');
  assert.equal(told(session), '修改題目「聯絡電話或手機」的題目文字');
  session.undo();
  assert.equal(told(session), '修改題目「聯絡電話」的題目文字', 'the entry before speaks of what stands now');
  wait(5000);
  session.run(setProperty, { of: question, key: 'label', value: { 'zh-Hant': '', en: '' } });
  assert.equal(told(session), '修改題目「聯絡電話」的題目文字', 'a name that is gone is called by what it was');
  for (const ref of [section, [...partsOf(session.document).keys()][0]!]) {
    wait(5000);
    type(session, ref, 'title', '申請人資料');
    assert.match(told(session), /「申請人資料」的標題$/);
  }
});

test('what is half typed elsewhere is done before another part is selected, and before it is taken back', () => {
  const { session } = start();
  const calls: string[] = [];
  const stop = session.beforeOthers(() => {
    calls.push('before');
    // What it does itself asks nobody again.
    session.select([]);
  });
  session.select([]);
  session.undo();
  assert.deepEqual(calls, ['before', 'before']);
  stop();
  session.redo();
  assert.equal(calls.length, 2);
});
