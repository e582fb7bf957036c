/** What the store promises whatever the line, the county and this computer do; time and county are in the hands of the test. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SaveDocument } from '#schemas/wire/builder-api.ts';
import { FormsProblem } from '../features/store/forms-api.ts';
import type { LocalCopies, LocalCopy } from '../features/store/local-copy.ts';
import { findField, type Ref } from '../model/locate.ts';
import { reliefDocument } from './documents.ts';
import { Designer, FormsCounty, memoryCopies } from './forms-county.ts';
import { HandTimers, settled } from './hand-timers.ts';
import { set, take, text, type Work } from './two-designers.ts';

const times = { copy: 250, save: 1200, again: 5000 };
const form = 'emergency-relief';
const said = text('郡裡說的');

/** Copies for which there may be no room. */
function smallDisk(room: () => number = () => Infinity) {
  const copies = memoryCopies();
  const write = async (id: string, copy: LocalCopy): Promise<void> => {
    if (JSON.stringify(copy).length > room()) throw new DOMException('full', 'QuotaExceededError');
    await copies.write(id, copy);
  };
  return { ...copies, write };
}

const desk = async (county = new FormsCounty(reliefDocument)) => {
  const timers = new HandTimers();
  const at = async (name: string, copies: LocalCopies = memoryCopies(), roles?: ['designer'] | ['approver']) => {
    const designer = new Designer(county, name, roles, copies, { times, timers });
    const told: string[] = [];
    designer.store.listen(() => told.push(designer.store.state.what));
    await designer.opened();
    return Object.assign(designer, { told });
  };
  return { county, timers, at };
};
const label = (designer: Designer, id: string) =>
  findField(designer.document, `field/${id}` as Ref)?.part.label['zh-Hant'];
const stands = ({ draft }: FormsCounty, id: string) =>
  findField(draft.document, `field/${id}` as Ref)?.part.label['zh-Hant'];
const types = (designer: Designer, work: Work): void => work(designer.session);
const email = (zh: string): Work => set('field/email', 'label', text(zh));
const phone = (zh: string): Work => set('field/phone', 'label', text(zh));
const state = ({ store }: Designer) => store.state.what;

test('an edit is kept here soon, sent a little later, and then no longer kept', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  types(ann, email('甲'));
  assert.deepEqual(timers.waits, [times.copy, times.save]);
  await timers.pass(times.copy - 1);
  assert.equal(copies.held.size, 0);
  await timers.pass(1);
  const copy = copies.held.get(form)!;
  assert.match(JSON.stringify(copy.document), /甲/);
  assert.deepEqual(
    { by: copy.by, at: copy.at, revision: copy.revision, done: copy.history.done.length, base: copy.base },
    { by: '王怡君', at: '2026-11-23T02:00:00.250Z', revision: 0, done: 1, base: reliefDocument },
  );
  assert.equal(county.saves, 0);
  await timers.pass(times.save - times.copy - 1);
  assert.equal(county.saves, 0);
  await timers.pass(1);
  assert.deepEqual([county.saves, stands(county, 'email'), state(ann)], [1, '甲', 'saved']);
  assert.equal(copies.held.size, 0);
  assert.deepEqual(timers.waits, []);
  assert.deepEqual(ann.told, ['saved', 'waiting', 'saving', 'saved']);
});

test('typing on puts it off; what is typed while it is sent is sent afterwards', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  types(ann, email('甲'));
  await timers.pass(1000);
  types(ann, email('甲乙'));
  await timers.pass(1000);
  assert.equal(county.saves, 0);
  let answer = (): void => undefined;
  county.slow = new Promise((resolve) => (answer = resolve));
  await timers.pass(200);
  assert.equal(state(ann), 'saving');
  types(ann, phone('丙'));
  delete county.slow;
  answer();
  await settled();
  assert.deepEqual([stands(county, 'email'), stands(county, 'phone'), state(ann)], ['甲乙', '聯絡電話', 'waiting']);
  assert.match(JSON.stringify(copies.held.get(form)!.document), /丙/);
  assert.equal(ann.store.unsaved, true);
  await timers.pass(times.save);
  assert.deepEqual([stands(county, 'phone'), state(ann), ann.store.unsaved], ['丙', 'saved', false]);
  assert.equal(copies.held.size, 0);
});

test('nobody there: kept here, tried again after longer and longer waits, and at once when it is asked for', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  county.broken = 'away';
  types(ann, email('甲'));
  await timers.pass(times.save);
  const waits: number[] = [];
  for (let tries = 0; tries < 7; tries += 1) {
    assert.equal(state(ann), 'offline');
    assert.match(JSON.stringify(copies.held.get(form)!.document), /甲/);
    const [wait] = timers.waits;
    waits.push(wait!);
    assert.equal(timers.waits.length, 1);
    await timers.pass(wait!);
  }
  assert.deepEqual(waits, [5000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  delete county.broken;
  // As the browser does when the line is back.
  await ann.store.save();
  assert.deepEqual([state(ann), stands(county, 'email'), copies.held.size], ['saved', '甲', 0]);
  assert.deepEqual(timers.waits, []);
  county.broken = 'away';
  types(ann, email('乙'));
  await timers.pass(times.save);
  assert.deepEqual(timers.waits, [times.again], 'the next time it begins anew');
  delete county.broken;
  await timers.pass(times.again);
  assert.deepEqual([state(ann), stands(county, 'email')], ['saved', '乙']);
});

for (const status of [0, 408, 429, 500, 503])
  test(`answered ${status}: it passes, and is tried again by itself`, async () => {
    const { county, timers, at } = await desk();
    const ann = await at('王怡君');
    county.broken = new FormsProblem(status, 'any', said);
    types(ann, email('甲'));
    await timers.pass(times.save);
    assert.equal(state(ann), 'offline');
    delete county.broken;
    await timers.pass(times.again);
    assert.deepEqual([state(ann), stands(county, 'email')], ['saved', '甲']);
  });

test('signed out: kept here, not tried again by itself, and saved as soon as it is asked for again', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  county.broken = new FormsProblem(401, 'signed-out');
  types(ann, email('甲'));
  await timers.pass(times.save);
  assert.equal(state(ann), 'signed-out');
  assert.match(JSON.stringify(copies.held.get(form)!.document), /甲/);
  assert.deepEqual(timers.waits, []);
  delete county.broken;
  await ann.store.save();
  assert.deepEqual([state(ann), stands(county, 'email'), copies.held.size], ['saved', '甲', 0]);
});

for (const status of [400, 403, 404, 413, 422])
  test(`refused with ${status}: it says so, keeps it here, and sends it again once it is changed`, async () => {
    const { county, timers, at } = await desk();
    const copies = memoryCopies();
    const ann = await at('王怡君', copies);
    county.broken = new FormsProblem(status, 'any', said);
    types(ann, email('甲'));
    await timers.pass(times.save);
    assert.deepEqual(ann.store.state, { what: 'refused', text: said });
    assert.equal(ann.store.unsaved, true);
    assert.match(JSON.stringify(copies.held.get(form)!.document), /甲/);
    assert.equal(copies.held.get(form)!.sent, undefined, 'it stands nowhere');
    assert.deepEqual(timers.waits, []);
    delete county.broken;
    types(ann, email('乙'));
    assert.equal(state(ann), 'waiting');
    await timers.pass(times.save);
    assert.deepEqual([state(ann), stands(county, 'email'), copies.held.size], ['saved', '乙', 0]);
  });

test('a fault of the builder itself is heard of, and no work is told to be on its way', async () => {
  const { at } = await desk();
  const ann = await at('王怡君');
  const { api } = ann.store;
  api.save = async () => {
    throw new TypeError('ours');
  };
  types(ann, email('甲'));
  await assert.rejects(ann.store.save(), /ours/);
  assert.equal(state(ann), 'refused');
  assert.equal(ann.store.unsaved, true);
});

test('no room on this computer: the work without its history; without room for that it is said, and saved all the same', async () => {
  const { county, timers, at } = await desk();
  let room = Infinity;
  const copies = smallDisk(() => room);
  const ann = await at('王怡君', copies);
  county.broken = 'away';
  types(ann, email('甲'.repeat(500)));
  types(ann, take('field/hospital'));
  await timers.pass(times.save);
  const whole = JSON.stringify(copies.held.get(form)!).length;
  assert.equal(ann.store.keptHere, true);
  room = whole - 1;
  types(ann, phone('乙'));
  await timers.pass(times.copy);
  const small = copies.held.get(form)!;
  assert.deepEqual([ann.store.keptHere, small.history.done.length, small.sent], [true, 0, undefined]);
  assert.match(JSON.stringify(small.document), /乙/);
  room = 10;
  ann.told.length = 0;
  types(ann, phone('丙'));
  await timers.pass(times.copy);
  assert.equal(ann.store.keptHere, false);
  assert.ok(ann.told.length, 'who shows it is told');
  await timers.pass(times.save);
  assert.deepEqual([state(ann), ann.store.keptHere], ['offline', false]);
  delete county.broken;
  await timers.pass(2 * times.again);
  assert.deepEqual([state(ann), stands(county, 'phone'), ann.store.keptHere], ['saved', '丙', true]);
});

test('a copy that can not be taken away is no reason to call saved work unsaved', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', {
    ...copies,
    remove: async () => {
      throw new DOMException('closed', 'InvalidStateError');
    },
  });
  types(ann, email('甲'));
  await timers.pass(times.save);
  assert.deepEqual([state(ann), stands(county, 'email'), county.saves], ['saved', '甲', 1]);
});

test('after a crash the work is taken up where it was left, history and all, and sent', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  types(ann, email('甲'));
  await timers.pass(times.copy);
  const again = await at('王怡君', copies);
  assert.deepEqual([label(again, 'email'), state(again), again.session.history.done.length], ['甲', 'waiting', 1]);
  assert.equal(stands(county, 'email'), '電子郵件');
  again.session.undo();
  assert.equal(label(again, 'email'), '電子郵件');
  again.session.redo();
  await timers.pass(times.save);
  assert.deepEqual([state(again), stands(county, 'email'), copies.held.size], ['saved', '甲', 0]);
});

test('a copy of what stands at the county is of no use any more', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  types(ann, email('甲'));
  await timers.pass(times.copy);
  const copy = copies.held.get(form)!;
  await timers.pass(times.save);
  await copies.write(form, copy);
  const again = await at('王怡君', copies);
  assert.deepEqual([copies.held.size, state(again), again.store.unsaved, timers.waits], [0, 'saved', false, []]);
  assert.equal(county.saves, 1);
});

test('who may only look leaves the work of who may change where it is', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  county.broken = 'away';
  types(ann, email('甲'));
  await timers.pass(times.save);
  delete county.broken;
  const looking = await at('王怡君', copies, ['approver']);
  assert.equal(label(looking, 'email'), '電子郵件');
  assert.match(JSON.stringify(copies.held.get(form)!.document), /甲/);
  types(looking, email('乙'));
  await looking.store.save();
  await timers.pass(60_000);
  assert.notEqual(stands(county, 'email'), '乙');
  assert.equal(state(looking), 'saved');
});

test('another on the same computer neither sends it in their name nor writes over it', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  types(ann, email('甲'));
  await timers.pass(times.copy);
  county.broken = 'away';
  await timers.pass(times.save);
  // Her window is gone; he opens the form at the same desk, and is cut off in turn.
  ann.store.changed = () => undefined;
  delete county.broken;
  const ben = await at('蔡宗翰', copies);
  assert.equal(label(ben, 'email'), '電子郵件');
  types(ben, phone('乙'));
  await timers.pass(times.copy);
  assert.match(JSON.stringify([...copies.held.values()].find(({ by }) => by === '王怡君')!.document), /甲/);
  const again = await at('王怡君', copies);
  assert.deepEqual([label(again, 'email'), label(again, 'phone')], ['甲', '聯絡電話']);
  const back = await at('蔡宗翰', copies);
  assert.deepEqual([label(back, 'email'), label(back, 'phone')], ['電子郵件', '乙']);
});

test('another was faster: asked, sent nowhere meanwhile, merged, and everybody is told', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const [ann, ben] = [await at('王怡君'), await at('蔡宗翰', copies)];
  types(ann, email('甲'));
  await timers.pass(times.save);
  types(ben, phone('乙'));
  await timers.pass(times.save);
  assert.equal(state(ben), 'conflict');
  const { saves } = county;
  types(ben, set('field/hospital', 'label', text('丙')));
  await timers.pass(60_000);
  await ben.store.save(true);
  assert.equal(county.saves, saves);
  assert.match(JSON.stringify(copies.held.get(form)!.document), /丙/);
  await ben.store.settle({});
  assert.deepEqual(
    [state(ben), stands(county, 'email'), stands(county, 'phone'), stands(county, 'hospital')],
    [...['saved', '甲', '乙', '丙']],
  );
  assert.equal(copies.held.size, 0);
  assert.match(ben.store.news!.text['zh-Hant'], /合在一起/);
  ben.store.dismissNews();
  assert.equal(ben.store.news, undefined);
});

test('what is done while mine is being kept is in the merge too', async () => {
  const { county, timers, at } = await desk();
  const [ann, ben] = [await at('王怡君'), await at('蔡宗翰')];
  types(ann, email('甲'));
  await timers.pass(times.save);
  types(ben, email('乙'));
  await timers.pass(times.save);
  types(ben, phone('丙'));
  let answer = (): void => undefined;
  county.slow = new Promise((resolve) => (answer = resolve));
  const settling = ben.store.settle({ 'field/email/label': 'theirs' });
  await settled();
  types(ben, set('field/hospital', 'label', text('丁')));
  delete county.slow;
  answer();
  await settling;
  assert.deepEqual([label(ben, 'email'), label(ben, 'phone'), label(ben, 'hospital')], ['甲', '丙', '丁']);
  assert.equal(stands(county, 'hospital'), '丁');
});

test('while mine can not be kept, nothing is given up, and it is still asked', async () => {
  const { county, timers, at } = await desk();
  const [ann, ben] = [await at('王怡君'), await at('蔡宗翰')];
  types(ann, email('甲'));
  await timers.pass(times.save);
  types(ben, email('乙'));
  await timers.pass(times.save);
  types(ben, phone('丙'));
  county.broken = 'away';
  await assert.rejects(ben.store.settle({ 'field/email/label': 'theirs' }), FormsProblem);
  await assert.rejects(ben.store.takeTheirs(), FormsProblem);
  await assert.rejects(ben.store.keepAsCopy('another'), FormsProblem);
  assert.deepEqual([state(ben), label(ben, 'email'), label(ben, 'phone')], ['conflict', '乙', '丙']);
});

const news = async (work: (county: FormsCounty, ann: Designer, ben: Designer) => Promise<void> | void) => {
  const { county, timers, at } = await desk();
  const [ann, ben] = [await at('王怡君'), await at('蔡宗翰')];
  await work(county, ann, ben);
  await timers.pass(times.save);
  return { county, ben };
};

test('what of this person’s work is no longer seen is told, with where it is', async () => {
  const replaced = await news(async (county, ann, ben) => {
    await ann.does(email('甲'));
    county.replace('王怡君', reliefDocument);
    await ben.store.confirmTranslation('key');
  });
  assert.equal(replaced.ben.store.news, undefined, 'the same as it was: nothing to tell');
  const discarded = await news(async (county, ann, ben) => {
    await ann.does(email('甲'));
    await ben.opened();
    county.discard('王怡君');
    await ben.store.confirmTranslation('key');
  });
  assert.match(discarded.ben.store.news!.text['zh-Hant'], /^王怡君捨棄了草稿/);
  assert.equal(discarded.ben.store.news!.kept, true);
  const taken = await news(async (_county, ann, ben) => {
    await ann.does(email('甲'));
    await ben.does(email('乙'));
    await ben.store.takeTheirs();
  });
  assert.match(taken.ben.store.news!.text['zh-Hant'], /我的留在「保留的內容」/);
  assert.equal(taken.ben.store.news!.kept, true);
  assert.match(JSON.stringify(taken.county.kept), /乙/);
  const goesOn = await news(async (county, _ann, ben) => {
    county.publish('吳佩珊');
    await ben.does(email('乙'));
  });
  assert.match(goesOn.ben.store.news!.text['zh-Hant'], /^吳佩珊發布了新版本。您的修改都還在/);
  assert.equal(stands(goesOn.county, 'email'), '乙');
});

test('a save whose answer was lost is found again, and nobody is told of anybody', async () => {
  const { county, timers, at } = await desk();
  const copies = memoryCopies();
  const ann = await at('王怡君', copies);
  county.broken = 'unheard';
  types(ann, email('甲'));
  await timers.pass(times.save);
  assert.equal(copies.held.get(form)!.sent!.length, 1);
  assert.equal(stands(county, 'email'), '甲');
  delete county.broken;
  const again = await at('王怡君', copies);
  types(again, phone('乙'));
  await timers.pass(times.save);
  assert.deepEqual([state(again), stands(county, 'phone'), again.store.news], ['saved', '乙', undefined]);
});

test('a translation that was looked at is told once the line is back, with nothing else to save', async () => {
  const { county, timers, at } = await desk();
  const ann = await at('王怡君');
  county.broken = 'away';
  await ann.store.confirmTranslation('field/email/label');
  assert.deepEqual([state(ann), county.translated], ['offline', []]);
  delete county.broken;
  await timers.pass(times.again);
  assert.deepEqual([state(ann), county.translated], ['saved', ['field/email/label']]);
  await ann.store.save(true);
  assert.deepEqual(county.translated, ['field/email/label'], 'once');
});

test('what was brought back is told with the save that brings it, once', async () => {
  const { county, timers, at } = await desk();
  const ann = await at('王怡君');
  const sent: SaveDocument[] = [];
  const { api } = ann.store;
  const save = api.save.bind(api);
  api.save = (id, body) => {
    sent.push(body);
    return save(id, body);
  };
  await ann.does(email('甲'));
  await ann.store.restore(reliefDocument, text('還原'), { version: 1 });
  types(ann, phone('乙'));
  await timers.pass(times.save);
  assert.deepEqual(
    sent.map(({ keeps, restores }) => [keeps, restores]),
    [
      [undefined, undefined],
      ['restored', [{ version: 1 }]],
      [undefined, undefined],
    ],
  );
  assert.deepEqual(county.restored, [{ version: 1 }]);
});

test('nothing is sent or published while something of the work is not at the county', async () => {
  const { county, at } = await desk();
  const ann = await at('王怡君');
  types(ann, email('甲'));
  county.broken = new FormsProblem(422, 'document-shape', said);
  await assert.rejects(ann.store.saveAll(), { code: 'unsaved', text: said });
  county.broken = 'away';
  await assert.rejects(ann.store.saveAll(), { code: 'unsaved', text: undefined });
  delete county.broken;
  await ann.store.saveAll();
  assert.equal(stands(county, 'email'), '甲');
  // Who only looks, and has turned something for themselves, may decide on what stands there.
  const looking = await at('黃國棟', memoryCopies(), ['approver']);
  types(looking, phone('丙'));
  await looking.store.saveAll();
  // The county refuses what is done at an old revision itself.
  const ben = await at('蔡宗翰');
  await ann.does(email('丁'));
  types(ben, phone('丙'));
  await ben.store.saveAll();
  assert.equal(state(ben), 'conflict');
});

test('who stops listening is told no more', async () => {
  const { timers, at } = await desk();
  const ann = await at('王怡君');
  const heard: number[] = [];
  const stop = ann.store.listen(() => heard.push(1));
  types(ann, email('甲'));
  stop();
  await timers.pass(times.save);
  assert.equal(heard.length, 1);
});
