import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Office } from '../offices/storage.ts';
import { inTreeOrder, officesOf } from '../offices/tree.ts';
import { everyRole } from '../staff/session.ts';
import type { StaffRole } from '../staff/role.ts';
import { mayAnywhere, mayIn, officesFor, rolesIn } from './may.ts';
import { rolesFor, verbs } from './verbs.ts';

const office = (id: number, parent?: number): Office => ({
  id: `o${id}`,
  name: { 'zh-Hant': `單位${id}`, en: `Office ${id}` },
  ...(parent !== undefined && { parent: `o${parent}` }),
});

/** Each office but the first stands under one that was made before it: any tree at all. */
const tree = fc
  .array(fc.nat(), { maxLength: 25 })
  .map((parents) => [office(0), ...parents.map((n, index) => office(index + 1, n % (index + 1)))]);
const roles = fc.array(fc.record({ at: fc.nat(), role: fc.constantFrom(...everyRole) }), { maxLength: 6 });

/** By the long way: whether `above` is reached from `id`, step by step. */
function stands(offices: readonly Office[], id: string, above: string): boolean {
  if (id === above) return true;
  const parent = offices.find((one) => one.id === id)?.parent;
  return parent !== undefined && stands(offices, parent, above);
}

const held = (rows: readonly Office[], given: readonly { readonly at: number; readonly role: StaffRole }[]) => ({
  offices: officesOf(rows),
  memberships: given.map(({ at, role }) => ({ office: rows[at % rows.length]!.id, role })),
});

describe('who may do what where', () => {
  it('a role holds in its office and in all below, never above or beside: in any tree, for any verb', () => {
    fc.assert(
      fc.property(tree, roles, (rows, given) => {
        const person = held(rows, given);
        for (const verb of verbs)
          for (const { id } of rows) {
            const should = person.memberships.some(
              (one) => (rolesFor[verb] as readonly StaffRole[]).includes(one.role) && stands(rows, id, one.office),
            );
            assert.equal(mayIn(person, verb, id), should, `${verb} in ${id}`);
          }
      }),
    );
  });

  it('what may be done in an office may be done in every one below it', () => {
    fc.assert(
      fc.property(tree, roles, fc.constantFrom(...verbs), (rows, given, verb) => {
        const person = held(rows, given);
        for (const { id, parent } of rows)
          if (parent !== undefined && mayIn(person, verb, parent)) assert.ok(mayIn(person, verb, id));
        const lists = officesFor(person, verb).map(({ id }) => id);
        assert.deepEqual(
          lists,
          inTreeOrder(person.offices).flatMap(({ id }) => (mayIn(person, verb, id) ? [id] : [])),
        );
        assert.equal(mayAnywhere(person, verb), lists.length > 0);
      }),
    );
  });

  it('a role more never takes anything, and a role less never gives anything', () => {
    fc.assert(
      fc.property(tree, roles, fc.constantFrom(...verbs), (rows, given, verb) => {
        const [whole, less] = [held(rows, given), held(rows, given.slice(1))];
        for (const { id } of rows) if (mayIn(less, verb, id)) assert.ok(mayIn(whole, verb, id));
      }),
    );
  });

  it('an office that hangs nowhere, or in a circle, is nobody’s', () => {
    const rows: readonly Office[] = [office(0), office(1, 2), office(2, 1), office(3, 9)];
    const person = held(
      rows,
      rows.flatMap((_one, at) => everyRole.map((role) => ({ at, role }))),
    );
    for (const verb of verbs) {
      assert.ok(mayIn(person, verb, 'o0'));
      for (const id of ['o1', 'o2', 'o3', 'nowhere', '']) assert.equal(mayIn(person, verb, id), false);
    }
    assert.deepEqual(rolesIn(person, 'o1'), []);
  });

  it('an auditor sees records and nothing else, a case officer applications and nothing else', () => {
    const [rows] = [[office(0)]];
    const of = (role: StaffRole) => verbs.filter((verb) => mayIn(held(rows, [{ at: 0, role }]), verb, 'o0'));
    assert.deepEqual(of('auditor'), ['see-records']);
    assert.deepEqual(of('case-officer'), ['see-applications']);
    assert.deepEqual(of('clerk'), ['take-cases']);
    assert.deepEqual(of('approver'), ['see-forms', 'approve-forms']);
    assert.deepEqual(of('publisher'), ['see-forms', 'publish-forms']);
  });
});
