/**
 * Two designers' work on one document → one document. Anchored by ids, so that both edits survive where they differ in
 * place; what both have changed differently is a conflict with both values, to be chosen. Pure; the same three documents
 * and choices give the same.
 *
 * Not owned here: how it is asked (`features/store`), and what publishing would still refuse.
 */
import { withUniqueIds, wordsOfRenamed } from '#schemas/form/unique-ids.ts';
import type { Text } from '#schemas/text.ts';
import { say } from './command.ts';
import { applyChanges } from './change.ts';
import { asJson, openDocument, type BuilderDocument } from './document.ts';
import { askedFollows } from './follow-up.ts';
import { same, type Json, type JsonObject } from './json.ts';
import { Ledger, type Choices, type Conflict, type Side } from './merge/conflict.ts';
import { withoutDangling, wordsOfDropped } from './merge/drop.ts';
import { withOneNaming, type Named } from './merge/names.ts';
import { mergeParts } from './merge/parts.ts';
import { toldOf } from './merge/told.ts';
import { stepsOf, treeOf } from './merge/tree.ts';
import { danglingOf, type Dangling, type Whole } from './merge/uses.ts';
import { mergeObject } from './merge/values.ts';
import type { Spot } from './merge/spot.ts';

export type { Choice, Choices, Conflict, Side } from './merge/conflict.ts';

export interface Merge {
  readonly document: BuilderDocument;
  readonly conflicts: readonly Conflict[];
  /** What comes together by itself. */
  readonly applied: { readonly [side in Side]: readonly Text[] };
  /** Rules that speak of what was chosen to be gone, and so go with it. */
  readonly dropped: readonly Text[];
}

/** `base`: what both began from. `choices`: by the id of a conflict. */
export function mergeDocuments(
  base: BuilderDocument,
  mine: BuilderDocument,
  theirs: BuilderDocument,
  choices: Choices = {},
): Merge {
  if (same(asJson(mine), asJson(theirs)))
    return { document: theirs, conflicts: [], applied: { mine: [], theirs: [] }, dropped: [] };
  const forced = new Map<string, Side>();
  for (;;) {
    const round = mergedOnce(new Ledger(choices, forced), { base, mine, theirs });
    const { ledger, whole, named, dangling } = round;
    const open = dangling.filter(({ decision }) => !forced.has(decision) && ledger.chosen(decision) === undefined);
    // What the other uses is not taken away unasked: once more, with that asked.
    for (const { decision, side } of open) forced.set(decision, side);
    if (open.length) continue;
    const sound = withoutDangling(whole, dangling);
    const { document, renamed } = documentOf(round.service, sound);
    return {
      document,
      conflicts: inOrder(ledger.conflicts, named),
      applied: {
        mine: [...toldOf(named.base, named.mine, ledger.conflicts), ...named.notes.mine, ...renamed],
        theirs: [...toldOf(named.base, named.theirs, ledger.conflicts), ...named.notes.theirs],
      },
      dropped: dangling.map((one) => wordsOfDropped(whole, one)),
    };
  }
}

interface Round {
  readonly ledger: Ledger;
  readonly named: Named;
  readonly service: JsonObject;
  readonly whole: Whole;
  readonly dangling: readonly Dangling[];
}

type Documents = Pick<Named, 'base' | 'mine' | 'theirs'>;

const serviceSpot: Spot = { id: 'service', place: 'service', property: '', key: '', words: say('服務', 'Service') };
const formSpot: Spot = { id: 'form', place: 'form', property: '', key: '', words: say('表單', 'Form') };

function mergedOnce(ledger: Ledger, documents: Documents): Round {
  const named = withOneNaming(ledger, documents);
  const object = (of: 'service' | 'form', side: keyof Documents): JsonObject =>
    named[side][of] as unknown as JsonObject;
  const merge = (of: 'service' | 'form', spot: Spot, skip: readonly string[] = []): JsonObject =>
    mergeObject(ledger, spot, object(of, 'base'), object(of, 'mine'), object(of, 'theirs'), skip);
  const service = {
    ...merge('service', serviceSpot, ['datasets']),
    datasets: datasetsOf(named) as unknown as Json,
  };
  const form = merge('form', formSpot, ['steps']);
  const wholeOf = (side: keyof Documents): Whole => ({ tree: treeOf(named[side].form), form: object('form', side) });
  const [base, mine, theirs] = [wholeOf('base'), wholeOf('mine'), wholeOf('theirs')];
  const trees = { base: base.tree, mine: mine.tree, theirs: theirs.tree, renamed: named.renamed };
  const whole = { tree: mergeParts(ledger, trees), form };
  return { ledger, named, service, whole, dangling: danglingOf(whole, { mine, theirs }) };
}

/** As the form has them, whatever is chosen. */
function inOrder(conflicts: readonly Conflict[], { base, mine, theirs }: Documents): readonly Conflict[] {
  const keys = ['service', 'form', ...[base, theirs, mine].flatMap(({ form }) => [...treeOf(form).nodes.keys()])];
  const place = new Map([...new Set(keys)].map((key, index) => [key, index]));
  const of = ({ id }: Conflict): number => {
    const [kind, name] = id.split('/');
    return place.get(`${kind}/${name}`) ?? place.get(kind ?? '') ?? 0;
  };
  return [...conflicts].sort((a, b) => of(a) - of(b));
}

/** It follows from the questions, so nobody has to choose: what either asks for, to be cut down to what the form uses. */
function datasetsOf({ base, mine, theirs }: Documents): BuilderDocument['service']['datasets'] {
  const [b, m, t] = [base.service.datasets, mine.service.datasets, theirs.service.datasets];
  if (same(b as unknown as Json, m as unknown as Json)) return t;
  if (same(b as unknown as Json, t as unknown as Json)) return m;
  const asked = new Set(t.flatMap((one) => (typeof one === 'string' ? [one] : one.anyOf)));
  return [...t, ...m.filter((one) => (typeof one === 'string' ? [one] : one.anyOf).every((id) => !asked.has(id)))];
}

function documentOf(
  service: JsonObject,
  { tree, form }: Whole,
): Pick<Merge, 'document'> & { readonly renamed: readonly Text[] } {
  const steps = stepsOf(tree) as unknown as Json;
  const plain = { ...form, steps } as unknown as BuilderDocument['form'];
  // Twice in what one of them had, it is not there twice from now on.
  const unique = withUniqueIds(plain);
  const document = openDocument({ service, form: unique.form } as unknown as BuilderDocument);
  return {
    // The service asks for exactly what the questions of both use.
    document: applyChanges(asJson(document), askedFollows(document)) as unknown as BuilderDocument,
    renamed: unique.renamed.map(wordsOfRenamed),
  };
}
