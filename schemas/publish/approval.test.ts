import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { FormDocument } from './form-document.ts';
import { approvalChanges, approvalReasons } from './approval.ts';
import type { ApprovalChange } from './approval-change.ts';
import { same } from './same.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

const read = (service: string): FormDocument => {
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../services/chiayi/${service}/${name}.json`, import.meta.url), 'utf8'));
  return { service: json('service'), form: json('form') } as FormDocument;
};
const live = read('emergency-relief');
const others = ['senior-card', 'long-term-care', 'land-use-zoning'].map(read);

const copy = (document: FormDocument): Json => structuredClone(document) as unknown as Json;
const at = (root: Json, path: Path): Json =>
  path.reduce<Json>((value, key) => (value as { [key: string]: Json })[key]!, root);
const put = (document: FormDocument, path: Path, change: (value: Json) => Json): FormDocument => {
  const root = copy(document);
  const holder = at(root, path.slice(0, -1)) as { [key: string]: Json };
  const key = path.at(-1)!;
  holder[key] = change(holder[key]!);
  return root as unknown as FormDocument;
};

/** Where a field of this id stands. */
function fieldPath(document: FormDocument, id: string): Path {
  for (const [s, step] of document.form.steps.entries())
    for (const [t, section] of step.sections.entries())
      for (const [f, field] of section.fields.entries())
        if (field.id === id) return ['form', 'steps', s, 'sections', t, 'fields', f];
  throw new Error(id);
}

const withHint = (zh: string, en = 'A hint'): FormDocument =>
  put(live, [...fieldPath(live, 'email'), 'hint'], () => ({ 'zh-Hant': zh, en }));
const only = (before: FormDocument, after: FormDocument): ApprovalChange => {
  const changes = approvalChanges(before, after);
  assert.equal(changes.length, 1, JSON.stringify(changes, null, 1));
  return changes[0]!;
};
const hintFrom = (before: string, after: string): ApprovalChange => only(withHint(before), withHint(after));

describe('what may skip approval', () => {
  for (const [before, after, why] of [
    ['請填寫戶藉地址，並附上身份證。', '請填寫戶籍地址，並附上身分證。', /藉→籍、份→分/],
    ['請填寫您的性名與電話號碼。', '請填寫您的姓名與電話號碼。', /性→姓/],
    ['審查結果會寄到這個地趾的信箱。', '審查結果會寄到這個地址的信箱。', /趾→址/],
    ['我們會用這個電子郵建的的信箱。', '我們會用這個電子郵件的信箱。', /建→件、的的→的/],
    ['請到台北的櫃台辦理這項服務。', '請到臺北的櫃檯辦理這項服務。', /台→臺/],
    ['收到後，我們會寄信通知您', '收到後,我們會 寄信通知您', /空白或標點/],
    ['請填 MyData 的信箱（公務）。', '請填MyData的信箱(公務)。', /空白或標點/],
  ] as const)
    it(`${before} → ${after}`, () => {
      const change = hintFrom(before, after);
      assert.equal(change.harmless, true, JSON.stringify(change));
      assert.match(change.why['zh-Hant'], why);
      assert.equal(change.part, 'field/email');
      assert.match(change.place['zh-Hant'], /題目「.+」的說明/);
      assert.match(change.new!['zh-Hant'], new RegExp(after.slice(0, 3)));
    });

  it('spacing of any text that people read, in either language', () => {
    const { name } = live.service;
    const spaced = put(live, ['service', 'name', 'zh-Hant'], () => `${name['zh-Hant']} `);
    assert.equal(only(live, spaced).harmless, true);
    assert.equal(
      only(
        live,
        put(live, ['service', 'name', 'en'], () => ` ${name.en}`),
      ).harmless,
      true,
    );
    assert.deepEqual(approvalReasons(approvalChanges(live, spaced)), []);
  });
});

describe('what may not', () => {
  for (const [name, before, after] of [
    ['a negation put in', '申請時可以附上影本。', '申請時不可以附上影本。'],
    ['a negation taken out', '不需要附上身分證影本。', '需要附上身分證影本。'],
    ['a negation doubled', '未滿十八歲不得申請補助。', '未滿十八歲不不得申請補助。'],
    ['非 for 是', '限非本縣籍的民眾申請。', '限是本縣籍的民眾申請。'],
    ['may for must', '申請人可檢附診斷證明書。', '申請人應檢附診斷證明書。'],
    ['before for after', '請在出院前三個月內申請。', '請在出院後三個月內申請。'],
    ['wife for husband', '請填寫夫的身分證號碼。', '請填寫妻的身分證號碼。'],
    ['or for and', '請附上存摺及印章的影本。', '請附上存摺或印章的影本。'],
    ['a digit', '請撥 05-3620900 轉 123 查詢。', '請撥 05-3620900 轉 124 查詢。'],
    ['a digit of a phone number', '請電洽 05-362-0900 承辦人。', '請電洽 05-362-0901 承辦人。'],
    ['a figure in Chinese', '補助金額最高三萬元整。', '補助金額最高五萬元整。'],
    ['a date', '受理到 115 年 3 月 31 日止。', '受理到 115 年 3 月 30 日止。'],
    ['a unit', '請在收到通知後 3 日內補件。', '請在收到通知後 3 月內補件。'],
    ['a thousand', '補助 1,000 元，一次撥付。', '補助 1.000 元，一次撥付。'],
    ['digits parted', '統一編號 12345678 的公司。', '統一編號 1234 5678 的公司。'],
    ['full-width digits', '請在 30 日內完成補件。', '請在 ３０ 日內完成補件。'],
    ['份 beside a figure', '請準備影本 3 份，分開裝訂。', '請準備影本 3 分，分開裝訂。'],
    ['a link', '說明在 https://www.cyhg.gov.tw/a 查看。', '說明在 https://www.cyhg.gov.tv/a 查看。'],
    ['a letter of another script in a link', '說明在 cyhg.gov.tw 查看。', '說明在 сyhg.gov.tw 查看。'],
    ['a space in a link', '說明在 cyhg.gov.tw/pay 查看。', '說明在 cyhg.gov.tw/ pay 查看。'],
    ['words run together', '（not able）請洽承辦人員。', '（notable）請洽承辦人員。'],
    ['a zero-width space', '請填寫戶籍地址的全部。', '請填寫\u200b戶籍地址的全部。'],
    ['a bidirectional override', '請填寫戶籍地址的全部。', '請填寫\u202e戶籍地址的全部。'],
    ['a no-break space', '請填寫戶籍地址的全部。', '請填寫\u00a0戶籍地址的全部。'],
    ['a blank that counts as a letter', '請填寫戶籍地址的全部。', '請填寫\u3164戶籍地址的全部。'],
    ['a letter struck through', '請填寫戶籍地址的全部。', '請填寫戶\u0336籍地址的全部。'],
    ['a variation selector', '請填寫戶籍地址的全部。', '請填寫戶\ufe00籍地址的全部。'],
    ['a new line', '請填寫戶籍地址。未填不受理。', '請填寫戶籍地址。\n未填不受理。'],
    ['pushed out of sight', '請填寫地址。不完整不受理。', `請填寫地址。${'\u3000'.repeat(40)}不完整不受理。`],
    ['one right word for another', '請附上戶籍謄本的正本一份。', '請附上戶籍謄本的影本一份。'],
    ['a slip put in', '請填寫戶籍地址，並附上證明。', '請填寫戶藉地址，並附上證明。'],
    ['more slips than a slip of the pen', '戶藉地趾、性名、身份正。', '戶籍地址、姓名、身分證。'],
    ['a text so short that it is another', '性名', '姓名'],
    ['words that mean another thing when single', '補助每每月發放一次的。', '補助每月發放一次的。'],
    ['a sentence more', '請填寫信箱。', '請填寫信箱。費用另計。'],
    ['all of it', '請填寫信箱。', ''],
  ] as const)
    it(name, () => assert.equal(hintFrom(before, after).harmless, false));

  it('a hint whose English alone has changed, or that has one more language', () => {
    assert.equal(only(withHint('說明', 'Not needed'), withHint('說明', 'Needed')).harmless, false);
    assert.equal(only(withHint('說明', ''), withHint('說明', 'Needed')).harmless, false);
    assert.equal(only(withHint('請填寫戶藉地址。', 'a'), withHint('請填寫戶籍地址。', 'b')).harmless, false);
  });

  it('labels of two options changing places, and options changing places', () => {
    const senior = others.map((one) => ({ one, field: choiceOf(one) })).find(({ field }) => field)!;
    const path = [...fieldPath(senior.one, senior.field!), 'options'];
    const options = at(copy(senior.one), path) as { label: Json }[];
    const swapped = put(senior.one, path, (value) => {
      const [a, b, ...more] = value as { label: Json }[];
      return [{ ...a!, label: b!.label }, { ...b!, label: a!.label }, ...more] as Json;
    });
    const changes = approvalChanges(senior.one, swapped);
    assert.deepEqual(
      changes.map(({ harmless }) => harmless),
      [false, false],
    );
    assert.match(changes[0]!.place['zh-Hant'], /選項「.+」的文字/);
    assert.ok(options.length > 1);
    const turned = put(senior.one, path, (value) => [...(value as Json[])].reverse());
    assert.ok(approvalChanges(senior.one, turned).some(({ what, harmless }) => what === 'moved' && !harmless));
  });

  it('a slip where it is no help text, and the spacing of who asks and of what is declared', () => {
    const label = (zh: string) => put(live, [...fieldPath(live, 'email'), 'label', 'zh-Hant'], () => zh);
    assert.equal(only(label('請填寫戶藉地址'), label('請填寫戶籍地址')).harmless, false);
    const { agency } = live.service;
    assert.equal(
      only(
        live,
        put(live, ['service', 'agency', 'zh-Hant'], () => `${agency['zh-Hant']} `),
      ).harmless,
      false,
    );
  });

  it('what is not known today', () => {
    const email = fieldPath(live, 'email');
    const add = (path: Path, key: string): FormDocument =>
      put(live, path, (value) => ({ ...(value as object), [key]: { 'zh-Hant': '新', en: 'new' } }));
    for (const changed of [add(email, 'tooltip'), add(['service'], 'banner'), add(['form'], 'footer')]) {
      assert.equal(only(live, changed).harmless, false);
      // Nor later, when it is another one by spacing alone.
      const spaced = JSON.parse(JSON.stringify(changed).replace('"新"', '"新 "')) as FormDocument;
      assert.equal(only(changed, spaced).harmless, false);
    }
    const beside = { ...live, more: { 'zh-Hant': '新', en: 'new' } } as FormDocument;
    assert.equal(only(live, beside).harmless, false);
    const fields = put(live, email, (value) => ({ ...(value as object), fields: [] }));
    assert.equal(only(live, fields).harmless, false);
  });

  it('what hides behind a part of the same name', () => {
    const twice = put(live, ['form', 'steps'], (steps) => [...(steps as Json[]), (steps as Json[])[0]!]);
    const changed = put(twice, ['form', 'steps', 0, 'title', 'zh-Hant'], () => '別的');
    assert.ok(approvalChanges(twice, changed).some(({ harmless }) => !harmless));
    assert.ok(approvalChanges(live, twice).some(({ harmless }) => !harmless));
  });

  it('phone, fee, order, defaults, conditions, mapping, limits', () => {
    const email = fieldPath(live, 'email');
    const set = (key: string, value: Json): FormDocument =>
      put(live, email, (field) => ({ ...(field as object), [key]: value }));
    for (const changed of [
      put(live, ['service', 'contact', 'phone'], () => '05-0000000'),
      put(live, ['service', 'fee', 'zh-Hant'], () => '新臺幣 100 元'),
      put(live, ['service', 'retentionDays'], () => 36_500),
      put(live, ['service', 'modes'], () => ['counter']),
      put(live, ['service', 'prepare'], (list) => [...(list as Json[])].reverse()),
      set('required', true),
      set('autocomplete', 'name'),
      set('show', { '==': [{ var: 'applicantName' }, '甲'] }),
      set('fill', { policy: 'locked', from: [{ dataset: 'API.7QovE2Gev6', path: '$.email' }] }),
      put(live, ['form', 'steps'], (steps) => [...(steps as Json[])].reverse()),
    ])
      assert.ok(approvalReasons(approvalChanges(live, changed)).length, JSON.stringify(approvalChanges(live, changed)));
  });

  it('takes time by the length of a text, not by its square', () => {
    const long = ['1,', 'a.', 'a', '1 ', '，\u3000'].map((one) => one.repeat(20_000));
    const began = performance.now();
    for (const text of long) assert.equal(hintFrom(`${text}甲`, `${text}乙`).harmless, false);
    assert.ok(performance.now() - began < 5000);
  });

  it('a first version', () => assert.equal(approvalReasons(approvalChanges(undefined, live)).length, 1));
});

describe('in words', () => {
  it('says what is hidden in a text', () => {
    const { new: text } = hintFrom('請填寫', '請\u202e填\u200b寫');
    assert.match(text!['zh-Hant'], /請⟨U\+202E⟩填⟨U\+200B⟩寫/);
    assert.match(hintFrom('cyhg.gov.tw', 'сyhg.gov.tw').new!['zh-Hant'], /с⟨U\+0441⟩/);
  });

  it('reads conditions and sources', () => {
    const path = fieldPath(live, 'email');
    const shown = put(live, path, (field) => ({
      ...(field as object),
      show: { and: [{ '==': [{ var: 'applicantName' }, '甲'] }, { '!!': [{ var: 'phone' }] }] } as Json,
    }));
    const { old, new: text, place } = only(live, shown);
    assert.equal(old, undefined);
    assert.match(place['zh-Hant'], /顯示條件/);
    assert.match(text!['zh-Hant'], /（「.+」是「甲」）而且（「.+」有填寫或成立）/);
  });

  it('shows a new question with all that is in it', () => {
    const path = fieldPath(live, 'email');
    const more = put(live, path.slice(0, -1), (fields) => [
      ...(fields as Json[]),
      { id: 'pet', type: 'text', label: { 'zh-Hant': '寵物', en: 'Pet' }, maxLength: 7 },
    ]);
    const change = only(live, more);
    assert.equal(change.what, 'added');
    assert.match(change.new!['zh-Hant'], /題目文字：寵物[\s\S]*最多字數：7/);
  });
});

function choiceOf({ form }: FormDocument): string | undefined {
  const fields = form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  return fields.find((field) => field.type === 'choice' && field.options.length > 1)?.id;
}

/** Every value of a document, by its path. */
function paths(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, one]) => paths(one, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

const documents = [live, ...others];
const placesOf = documents.map((document) => paths(copy(document)).filter(({ length }) => length > 1));
/** A document and a place in it; told by numbers, so that a counterexample can be read. */
const anywhere = fc.nat(documents.length - 1).chain((which) =>
  fc.record({
    which: fc.constant(which),
    path: fc.constantFrom(...placesOf[which]!),
  }),
);

const settings = { numRuns: Number(process.env['FC_RUNS'] ?? 120) };

describe('nothing is overlooked', () => {
  it('whatever is put in the place of any value', () => {
    fc.assert(
      fc.property(anywhere, fc.jsonValue(), ({ which, path }, value) => {
        const document = documents[which]!;
        const changed = put(document, path, () => value as Json);
        // Steps that are no list are no form: those never get here.
        fc.pre(readable(changed));
        const changes = approvalChanges(document, changed);
        assert.equal(changes.length === 0, same(document, changed));
        assert.ok(changes.every(({ harmless }) => !harmless));
      }),
      settings,
    );
  });

  it('whatever is added under whatever name', () => {
    fc.assert(
      fc.property(anywhere, fc.string({ minLength: 1 }), fc.jsonValue(), ({ which, path }, key, value) => {
        const document = documents[which]!;
        const holder = at(copy(document), path);
        fc.pre(typeof holder === 'object' && holder !== null && !Array.isArray(holder) && !Object.hasOwn(holder, key));
        const changed = put(
          document,
          path,
          (one) => Object.fromEntries([...Object.entries(one as object), [key, value]]) as Json,
        );
        fc.pre(readable(changed));
        const changes = approvalChanges(document, changed);
        assert.ok(changes.length && changes.every(({ harmless }) => !harmless));
      }),
      settings,
    );
  });

  it('whatever is taken out, or changes its place', () => {
    fc.assert(
      fc.property(anywhere, fc.nat(), fc.nat(), ({ which, path }, from, to) => {
        const document = documents[which]!;
        const list = at(copy(document), path);
        fc.pre(Array.isArray(list) && list.length > 1);
        const changed = put(document, path, (value) => {
          const items = [...(value as Json[])];
          const [one] = items.splice(from % items.length, 1);
          items.splice(to % (items.length + 1), 0, ...(to % 3 ? [one!] : []));
          return items;
        });
        const changes = approvalChanges(document, changed);
        assert.equal(changes.length === 0, same(document, changed));
        assert.ok(changes.every(({ harmless }) => !harmless));
      }),
      settings,
    );
  });

  it('what skips has the same letters but for slips, spaces and marks, in the same place', () => {
    const letters = fc.constantFrom(...'請填寫戶藉籍地址身份分證不可應免 ，,3年的的\u3000(（');
    const text = fc.array(letters, { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const change = hintFrom(before, after);
        if (!change.harmless) return;
        const bare = (one: string): string =>
          one
            .replace(/[ \u3000]/g, '')
            .replaceAll('，', ',')
            .replaceAll('（', '(')
            .replaceAll('藉', '籍')
            .replaceAll('份', '分')
            .replace(/的+/g, '的');
        assert.equal(bare(before), bare(after));
      }),
      { numRuns: 5 * settings.numRuns },
    );
  });
});

/** Of the shape that every draft has (`server/county/forms/document.ts`): lists of parts, each with an id and a title. */
function readable({ service, form }: FormDocument): boolean {
  const node = (value: unknown): value is { readonly [key: string]: unknown } =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const titled = (value: unknown): boolean =>
    node(value) && ['zh-Hant', 'en'].every((language) => typeof value[language] === 'string');
  const parts = (value: unknown, ...inner: readonly string[]): boolean =>
    Array.isArray(value) &&
    value.every(
      (one: unknown) =>
        node(one) &&
        typeof one['id'] === 'string' &&
        titled(one['label'] ?? one['title']) &&
        (!inner[0] || parts(one[inner[0]], ...inner.slice(1))) &&
        (one['type'] !== 'group' || parts(one['fields'])),
    );
  return node(service) && node(form) && parts(form['steps'], 'sections', 'fields');
}
