/** Ways in which two designers edit at once, each in both orders: who saved first must not decide what survives. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChoiceField, Field, GroupField, Step } from '#schemas/form/definition.ts';
import { reliefDocument } from '../testing/documents.ts';
import * as does from '../testing/two-designers.ts';
import { household, person, text, type Work } from '../testing/two-designers.ts';
import type { BuilderDocument } from './document.ts';
import { find, findField, partsOf, type Ref } from './locate.ts';
import { mergeDocuments, type Choice, type Merge } from './merge.ts';

const { set, service, add, take, put, named, typed, filled, worked, ended, roles, options, all, workedOn } = does;

type Look = (document: BuilderDocument, merge: Merge) => void;

interface Way {
  readonly name: string;
  readonly one: Work;
  readonly other: Work;
  /** Ids of the conflicts. */
  readonly asks?: readonly string[];
  /** Whatever is chosen, or where nothing is to be. */
  readonly look?: Look;
  /** Where all is chosen as the one, the other, both have it. */
  readonly asOne?: Look;
  readonly asOther?: Look;
  readonly asBoth?: Look;
}

const field = (document: BuilderDocument, ref: string): Field => findField(document, `field/${ref}` as Ref)!.part;
const has = (document: BuilderDocument, ref: string): boolean => partsOf(document).has(`field/${ref}` as Ref);
const inside = (document: BuilderDocument, ref: Ref): string[] => {
  const { part } = find(document, ref)!;
  return ('sections' in part ? part.sections : (part as GroupField).fields).map(({ id }) => id);
};
const values = (document: BuilderDocument, id: string): string[] =>
  (field(document, id) as ChoiceField).options.map(({ value }) => value);
const is = (id: string, value: string) => ({ '==': [{ var: id }, value] });
const source = (dataset: string, path: string) => ({ dataset, path });

const ways: readonly Way[] = [
  {
    name: 'different properties of one question',
    one: set('field/email', 'label', text('電子信箱')),
    other: set('field/email', 'required', true),
    look: (document) => {
      assert.equal(field(document, 'email').label['zh-Hant'], '電子信箱');
      assert.equal(field(document, 'email').required, true);
    },
  },
  {
    name: 'the Chinese by one, the English by the other',
    one: set('field/email', 'label', { ...field(reliefDocument, 'email').label, 'zh-Hant': '信箱' }),
    other: set('field/email', 'label', { ...field(reliefDocument, 'email').label, en: 'Mail' }),
    look: (document) => assert.deepEqual(field(document, 'email').label, { 'zh-Hant': '信箱', en: 'Mail' }),
  },
  {
    name: 'the same property of one question',
    one: set('field/email', 'label', text('甲')),
    other: set('field/email', 'label', text('乙')),
    asks: ['field/email/label'],
    asOne: (document) => assert.equal(field(document, 'email').label['zh-Hant'], '甲'),
    asOther: (document) => assert.equal(field(document, 'email').label['zh-Hant'], '乙'),
  },
  {
    name: 'a long text twice can stay twice',
    one: set('field/email', 'hint', text('甲的說明')),
    other: set('field/email', 'hint', text('乙的說明')),
    asks: ['field/email/hint'],
    asBoth: (document) => {
      const { 'zh-Hant': zh } = field(document, 'email').hint!;
      assert.ok(zh.includes('甲的說明\n') || zh.includes('乙的說明\n'));
      assert.ok(zh.includes('甲的說明') && zh.includes('乙的說明'));
    },
  },
  {
    name: 'both add a question at the same place, and both call it question1',
    one: all(add('section/contact', 2), set('field/question1', 'label', text('甲題'))),
    other: all(
      add('section/contact', 2),
      set('field/question1', 'label', text('乙題')),
      set('field/livingAddress', 'show', is('question1', 'x')),
    ),
    look: (document) => {
      const { fields } = find(document, 'section/contact')!.part as { fields: readonly Field[] } as GroupField;
      const labels = fields.map(({ label }) => label['zh-Hant']);
      assert.equal(fields.length, 6);
      assert.deepEqual([...labels.slice(2, 4)].sort(), ['乙題', '甲題']);
      // The rule speaks of the one that its designer meant, by whatever id that has.
      const { id } = fields.find(({ label }) => label['zh-Hant'] === '乙題')!;
      assert.deepEqual(field(document, 'livingAddress').show, is(id, 'x'));
    },
  },
  {
    name: 'both add an untouched question: that is two',
    one: add('section/contact', 0),
    other: all(add('section/contact', 0), set('field/email', 'required', true)),
    look: (document) => assert.equal(inside(document, 'section/contact').length, 6),
  },
  {
    name: 'one moves a question, the other edits it',
    one: put('field/email', 'section/identity', 0),
    other: set('field/email', 'label', text('信箱')),
    look: (document) => {
      assert.equal(inside(document, 'section/identity')[0], 'email');
      assert.equal(field(document, 'email').label['zh-Hant'], '信箱');
    },
  },
  {
    name: 'both move a question, to two places',
    one: put('field/email', 'section/identity', 0),
    other: put('field/email', 'section/reason', 0),
    asks: ['field/email/@place'],
    asOne: (document) => assert.ok(inside(document, 'section/identity').includes('email')),
    asOther: (document) => assert.ok(inside(document, 'section/reason').includes('email')),
  },
  {
    name: 'one deletes a question, the other edits it',
    one: take('field/email'),
    other: set('field/email', 'required', true),
    asks: ['field/email/@there'],
    look: (document, { conflicts }) =>
      assert.equal(has(document, 'email'), conflicts[0]!.chosen === (conflicts[0]!.mine ? 'mine' : 'theirs')),
    asOne: (document) => assert.ok(!has(document, 'email')),
    asOther: (document) => assert.equal(field(document, 'email').required, true),
  },
  {
    name: 'one deletes a section, the other edits and adds in it',
    one: take('section/contact'),
    other: all(set('field/email', 'required', true), add('section/contact', 0)),
    asks: ['section/contact/@there'],
    asOne: (document) => assert.ok(!has(document, 'email') && !has(document, 'question1') && !has(document, 'phone')),
    asOther: (document) => assert.ok(has(document, 'email') && has(document, 'question1') && has(document, 'phone')),
  },
  {
    name: 'one deletes a section, the other saves a question from it',
    one: take('section/contact'),
    other: put('field/email', 'section/identity', 0),
    asks: ['field/email/@there'],
    asOne: (document) => assert.ok(!has(document, 'email') && !has(document, 'phone')),
    asOther: (document) => {
      assert.equal(inside(document, 'section/identity')[0], 'email');
      assert.ok(!has(document, 'phone'));
    },
  },
  {
    name: 'one deletes a step, the other moves a section into it',
    one: take('step/household'),
    other: (session) => {
      const { document } = session;
      const { path } = find(document, 'section/contact')!;
      const value = find(document, 'section/contact')!.part as never;
      session.run(
        {
          id: 'move',
          run: () => ({
            changes: [
              { op: 'remove', path: path.slice(0, -1), index: path.at(-1) as number, value },
              { op: 'insert', path: ['form', 'steps', 2, 'sections'], index: 0, value },
            ],
            words: text('移動'),
          }),
        },
        undefined,
      );
    },
    asks: ['step/household/@there'],
    asOne: (document) => {
      assert.ok(!has(document, 'householdHead'));
      assert.ok(inside(document, 'step/applicant').includes('contact'), 'what lay elsewhere is not deleted with it');
    },
    asOther: (document) => assert.equal(inside(document, 'step/household')[0], 'contact'),
  },
  {
    name: 'both delete the same',
    one: take('field/email'),
    other: all(take('field/email'), set('field/phone', 'required', undefined)),
    look: (document) => assert.ok(!has(document, 'email') && !field(document, 'phone').required),
  },
  {
    name: 'both reorder, different questions',
    one: put('field/email', 'section/contact', 0),
    other: put('field/livesAtHousehold', 'section/contact', 4),
    look: (document) =>
      assert.deepEqual(inside(document, 'section/contact'), ['email', 'phone', 'livingAddress', 'livesAtHousehold']),
  },
  {
    name: 'both put the same question somewhere else in one section',
    one: put('field/applicantName', 'section/identity', 3),
    other: put('field/applicantName', 'section/identity', 6),
    asks: ['section/identity/@order'],
    asOne: (document) => assert.equal(inside(document, 'section/identity')[2], 'applicantName'),
    asOther: (document) => assert.equal(inside(document, 'section/identity')[5], 'applicantName'),
  },
  {
    name: 'one removes an option that the other’s rule uses',
    one: options('field/reason', (all) => all.filter(({ value }) => value !== 'frozen')),
    other: set('field/situation', 'show', is('reason', 'frozen')),
    asks: ['field/reason/options/frozen/@there'],
    asOne: (document, { dropped }) => {
      assert.ok(!values(document, 'reason').includes('frozen'));
      assert.equal(field(document, 'situation').show, undefined);
      assert.match(dropped[0]!['zh-Hant'], /顯示條件/);
    },
    asOther: (document) => {
      assert.equal(values(document, 'reason')[6], 'frozen');
      assert.deepEqual(field(document, 'situation').show, is('reason', 'frozen'));
    },
  },
  {
    name: 'both add an option of one name',
    one: all(
      options('field/housing', (all) => [...all, { value: 'option5', label: text('宿舍') }]),
      set('field/rent', 'show', is('housing', 'option5')),
    ),
    other: options('field/housing', (all) => [...all, { value: 'option5', label: text('借住') }]),
    look: (document) => {
      const { options: list } = field(document, 'housing') as ChoiceField;
      assert.equal(new Set(list.map(({ value }) => value)).size, 6);
      const { value } = list.find(({ label }) => label['zh-Hant'] === '宿舍')!;
      assert.deepEqual(field(document, 'rent').show, is('housing', value));
    },
  },
  {
    name: 'different options of one question',
    one: options('field/housing', (all) =>
      all.map((one) => (one.value === 'own' ? { ...one, label: text('自有') } : one)),
    ),
    other: options('field/housing', (all) => [...all.filter(({ value }) => value !== 'none'), all[3]!].reverse()),
    look: (document) => {
      assert.deepEqual(values(document, 'housing'), ['none', 'free', 'rent', 'own']);
      const own = (field(document, 'housing') as ChoiceField).options.find(({ value }) => value === 'own')!;
      assert.equal(own.label['zh-Hant'], '自有');
    },
  },
  {
    name: 'one deletes a question that the other’s rule uses',
    one: take('field/hasSupport'),
    other: set('field/othersSupported', 'show', is('hasSupport', 'yes')),
    asks: ['field/hasSupport/@there'],
    asOne: (document) => {
      assert.ok(!has(document, 'hasSupport'));
      assert.equal(field(document, 'othersSupported').show, undefined);
    },
    asOther: (document) => assert.ok(has(document, 'hasSupport') && field(document, 'othersSupported').show),
  },
  {
    name: 'one renames a question, the other edits it and speaks of it',
    one: named('field/reason', 'cause'),
    other: all(
      set('field/reason', 'label', text('原因')),
      set('field/situation', 'show', is('reason', 'other')),
      ended('end1'),
    ),
    look: (document) => {
      assert.ok(!has(document, 'reason'));
      assert.equal(field(document, 'cause').label['zh-Hant'], '原因');
      assert.deepEqual(field(document, 'situation').show, is('cause', 'other'));
      assert.deepEqual(field(document, 'hospital').show, is('cause', 'illness'));
      assert.deepEqual(document.form.ends?.[0]?.when, is('cause', 'other'));
    },
  },
  {
    name: 'both rename a question',
    one: named('field/reason', 'cause'),
    other: named('field/reason', 'event'),
    asks: ['field/reason/id'],
    asOne: (document) => assert.deepEqual(field(document, 'hospital').show, is('cause', 'illness')),
    asOther: (document) => assert.deepEqual(field(document, 'hospital').show, is('event', 'illness')),
  },
  {
    name: 'inner questions of one group',
    one: set('field/householdMembers.memberIncome', 'label', text('收入')),
    other: all(
      take('field/householdMembers.memberBirthDate'),
      set('field/householdMembers.memberIncome', 'required', true),
      add('field/householdMembers', 0),
    ),
    look: (document) => {
      const income = field(document, 'householdMembers.memberIncome');
      assert.deepEqual([income.label['zh-Hant'], income.required], ['收入', true]);
      assert.deepEqual(inside(document, 'field/householdMembers'), [
        ...['question1', 'memberName', 'memberRelation', 'memberId', 'memberSituation', 'memberIncome'],
      ]);
    },
  },
  {
    name: 'one moves a question into a group, the other makes a rule of it',
    one: put('field/situation', 'field/householdMembers', 0),
    other: set('field/urgentNeeds', 'show', { '!!': [{ var: 'situation' }] }),
    asks: ['field/situation/@place'],
    asOne: (document) => {
      assert.ok(has(document, 'householdMembers.situation'));
      assert.equal(field(document, 'urgentNeeds').show, undefined);
    },
    asOther: (document) => assert.ok(has(document, 'situation') && field(document, 'urgentNeeds').show),
  },
  {
    name: 'one moves a question into a group, the other makes a file of it',
    one: put('field/situation', 'field/householdMembers', 0),
    other: typed('field/situation', 'file'),
    asks: ['field/situation/@place'],
    asOne: (document) => assert.equal(field(document, 'householdMembers.situation').type, 'long-text'),
    asOther: (document) => assert.equal(field(document, 'situation').type, 'file'),
  },
  {
    name: 'one gives a question another type, the other changes what belongs to the old one',
    one: typed('field/housing', 'text'),
    other: options('field/housing', (all) => all.slice(1)),
    asks: ['field/housing/type'],
    asOne: (document) => {
      assert.equal(field(document, 'housing').type, 'text');
      assert.ok(!('options' in field(document, 'housing')));
    },
    asOther: (document) => assert.deepEqual(values(document, 'housing'), ['rent', 'free', 'none']),
  },
  {
    name: 'each adds a source to one question',
    one: filled('field/applicantName', (fill) => ({
      ...fill!,
      from: [...fill!.from, source(household, '$.self.person_name')],
    })),
    other: filled('field/applicantName', (fill) => ({
      policy: 'locked',
      from: [source(household, '$.household_head_name'), ...fill!.from],
    })),
    look: (document) => {
      const { policy, from } = field(document, 'applicantName').fill!;
      assert.equal(policy, 'locked');
      assert.deepEqual(
        from.map(({ path }) => path),
        ['$.household_head_name', '$.person_name', '$.self.person_name'],
      );
    },
  },
  {
    name: 'one takes the source away, the other changes what may become of the value',
    one: filled('field/applicantName', () => undefined),
    other: filled('field/applicantName', (fill) => ({ ...fill!, policy: 'editable' })),
    asks: ['field/applicantName/fill'],
    asOne: (document) => assert.equal(field(document, 'applicantName').fill, undefined),
    asOther: (document) => assert.equal(field(document, 'applicantName').fill?.policy, 'editable'),
  },
  {
    name: 'each maps another dataset: the service asks for both, for what nobody uses no more',
    one: filled('field/spouseName', () => undefined),
    other: all(
      filled('field/householdHead', () => undefined),
      ...['memberName', 'memberRelation', 'memberId', 'memberBirthDate'].map((id) =>
        filled(`field/householdMembers.${id}`, () => undefined),
      ),
      set('field/householdMembers', 'rows', undefined),
    ),
    look: (document) => assert.deepEqual(document.service.datasets, [person]),
  },
  {
    name: 'one takes the rows of a group away, the other fills a new question from them',
    one: all(
      ...['memberName', 'memberRelation', 'memberId', 'memberBirthDate'].map((id) =>
        filled(`field/householdMembers.${id}`, () => undefined),
      ),
      set('field/householdMembers', 'rows', undefined),
    ),
    other: all(
      add('field/householdMembers', 0),
      filled('field/householdMembers.question1', () => ({
        policy: 'confirm',
        from: [source(household, '$.person_name')],
      })),
    ),
    asks: ['field/householdMembers/rows'],
    asOne: (document) => assert.equal(field(document, 'householdMembers.question1').fill, undefined),
    asOther: (document) => assert.ok((field(document, 'householdMembers') as GroupField).rows),
  },
  {
    name: 'one condition changed by both is chosen whole',
    one: set('field/hospital', 'show', is('reason', 'death')),
    other: set('field/hospital', 'show', { or: [is('reason', 'death'), is('reason', 'illness')] }),
    asks: ['field/hospital/show'],
    asOne: (document) => assert.deepEqual(field(document, 'hospital').show, is('reason', 'death')),
    asOther: (document) => assert.ok('or' in field(document, 'hospital').show!),
  },
  {
    name: 'one calculation changed by both is chosen whole',
    one: worked('field/supportAmount', { '+': [{ var: 'householdIncome' }, 1] }),
    other: worked('field/supportAmount', { '+': [{ var: 'householdIncome' }, 2] }),
    asks: ['field/supportAmount/calculate'],
    asOne: (document) => assert.match(JSON.stringify(field(document, 'supportAmount')), /,1\]/),
    asOther: (document) => assert.match(JSON.stringify(field(document, 'supportAmount')), /,2\]/),
  },
  {
    name: 'service, notice, contact, proofs',
    one: all(
      service(['name'], text('救助')),
      service(['notice', 'period'], text('一年')),
      service(['contact', 'phone'], '05-3620900'),
      service(
        ['replaces'],
        reliefDocument.service.replaces.map((one, n) => (n ? one : { ...one, document: text('戶籍謄本') })) as never,
      ),
    ),
    other: all(
      service(['summary'], text('說明')),
      service(['notice', 'area'], text('臺灣')),
      service(['contact', 'unit'], text('社會局')),
      service(['retentionDays'], 90),
      service(
        ['replaces'],
        reliefDocument.service.replaces.map((one, n) => (n ? one : { ...one, rule: text('辦法第三條') })) as never,
      ),
      service(['title'], text('申請書'), 'form'),
    ),
    look: ({ service: merged, form }) => {
      assert.deepEqual(
        [merged.name, merged.summary, merged.notice.period, merged.notice.area, form.title].map(
          (one) => one['zh-Hant'],
        ),
        ['救助', '說明', '一年', '臺灣', '申請書'],
      );
      assert.deepEqual([merged.contact.phone, merged.contact.unit['zh-Hant']], ['05-3620900', '社會局']);
      assert.equal(merged.retentionDays, 90);
      const [proof] = merged.replaces;
      assert.deepEqual([proof!.document['zh-Hant'], proof!.rule['zh-Hant']], ['戶籍謄本', '辦法第三條']);
    },
  },
  {
    name: 'the same sentence of the notice',
    one: service(['notice', 'period'], text('一年')),
    other: service(['notice', 'period'], text('兩年')),
    asks: ['service/notice/period'],
    asOne: (document) => assert.equal(document.service.notice.period['zh-Hant'], '一年'),
    asOther: (document) => assert.equal(document.service.notice.period['zh-Hant'], '兩年'),
  },
  {
    name: 'a proof for the same dataset by both',
    one: service(['replaces'], [
      { dataset: person, document: text('謄本'), rule: text('甲') },
      ...reliefDocument.service.replaces.slice(1),
      { dataset: 'API.lTmgSxSLRf', document: text('甲證'), rule: text('甲') },
    ] as never),
    other: service(['replaces'], [
      ...reliefDocument.service.replaces,
      { dataset: 'API.lTmgSxSLRf', document: text('乙證'), rule: text('乙') },
    ] as never),
    asks: ['service/replaces/API.lTmgSxSLRf'],
    asBoth: (document) => assert.equal(document.service.replaces.length, 4),
  },
  {
    name: 'what to bring, line by line',
    one: service(['prepare'], [text('印章'), ...reliefDocument.service.prepare.slice(1)] as never),
    other: service(['prepare'], [...reliefDocument.service.prepare, text('存摺')] as never),
    look: (document) => {
      const lines = document.service.prepare.map((one) => one['zh-Hant']);
      assert.equal(lines.length, reliefDocument.service.prepare.length + 1);
      assert.deepEqual([lines[0], lines.at(-1)], ['印章', '存摺']);
    },
  },
  {
    name: 'roles and ends that both call the same',
    one: all(roles(['role1', '代理人']), ended('end1')),
    other: all(roles(['role1', '見證人']), set('section/contact', 'role', 'role1'), (session) =>
      session.run(
        {
          id: 'set-ends',
          run: () => ({
            changes: [
              {
                op: 'set',
                path: ['form'],
                key: 'ends',
                after: [{ id: 'end1', when: is('reason', 'missing'), title: text('乙'), text: text('乙') }],
              },
            ],
            words: text('x'),
          }),
        },
        undefined,
      ),
    ),
    look: ({ form }) => {
      assert.equal(form.ends?.length, 2);
      assert.equal(new Set(form.ends.map(({ id }) => id)).size, 2);
      const witness = form.roles.find(({ title }) => title['zh-Hant'] === '見證人')!;
      const steps: readonly Step[] = form.steps;
      assert.equal(steps[0]!.sections.find(({ id }) => id === 'contact')!.role, witness.id);
      assert.equal(form.roles.length, 5);
    },
  },
];

describe('two designers at once', () => {
  for (const way of ways)
    for (const turned of [false, true])
      test(`${way.name}${turned ? ', the other way round' : ''}`, () => {
        const [mine, theirs] = (turned ? [way.other, way.one] : [way.one, way.other]).map((work) =>
          workedOn(reliefDocument, work),
        ) as [BuilderDocument, BuilderDocument];
        const merge = mergeDocuments(reliefDocument, mine, theirs);
        assert.deepEqual(
          merge.conflicts.map(({ id }) => id),
          way.asks ?? [],
        );
        way.look?.(merge.document, merge);
        const chosen = (choice: Choice): Merge =>
          mergeDocuments(reliefDocument, mine, theirs, Object.fromEntries((way.asks ?? []).map((id) => [id, choice])));
        const check = (look: Look | undefined, choice: Choice): void => {
          if (!look) return;
          const made = chosen(choice);
          look(made.document, made);
        };
        check(way.asOne, turned ? 'theirs' : 'mine');
        check(way.asOther, turned ? 'mine' : 'theirs');
        check(way.asBoth, 'both');
        // What came by itself has words, for both.
        if (!way.asks) assert.ok(merge.applied.mine.length && merge.applied.theirs.length, way.name);
      });
});
