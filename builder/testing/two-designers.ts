/** Ways in which two designers change one form (急難救助) at once, as the commands that they give. */
import type { Field } from '#schemas/form/definition.ts';
import type { Fill } from '#schemas/mapping/types.ts';
import { addQuestion } from '../commands/add-question.ts';
import { changeType } from '../commands/change-type.ts';
import { move } from '../commands/move.ts';
import { remove } from '../commands/remove.ts';
import { rename } from '../commands/rename.ts';
import { setCalculation } from '../commands/set-calculation.ts';
import { setEnds } from '../commands/set-ends.ts';
import { setFill } from '../commands/set-fill.ts';
import { setProperty } from '../commands/set-property.ts';
import { setRoles } from '../commands/set-roles.ts';
import { setService } from '../commands/set-service.ts';
import { isRefusal, type Command } from '../model/command.ts';
import type { BuilderDocument } from '../model/document.ts';
import type { Json } from '../model/json.ts';
import { findField, type Ref } from '../model/locate.ts';
import { EditingSession } from '../model/session.ts';
import { palette } from './palette.ts';

export type Work = (session: EditingSession) => void;

export const text = (zh: string) => ({ 'zh-Hant': zh, en: `${zh} (en)` });
export const household = 'API.UDauDOLyZg';
export const person = 'API.7QovE2Gev6';
const catalogue = new Map(palette.map((dataset) => [dataset.id, dataset]));

function run<Args>(session: EditingSession, command: Command<Args>, args: Args): void {
  const outcome = session.run(command, args);
  if (isRefusal(outcome)) throw new Error(outcome.refused['zh-Hant']);
}

export const set =
  (of: Ref, key: string, value: Json | undefined): Work =>
  (session) =>
    run(session, setProperty, { of, key, value });
export const service =
  (keys: readonly string[], value: Json | undefined, of: 'service' | 'form' = 'service'): Work =>
  (session) =>
    run(session, setService, { of, keys, value });
export const add =
  (parent: Ref, index: number, type: Field['type'] = 'text'): Work =>
  (session) =>
    run(session, addQuestion, { type, to: { parent, index } });
export const take =
  (...refs: Ref[]): Work =>
  (session) =>
    run(session, remove, { refs, withConditions: true });
export const put =
  (ref: Ref, parent: Ref, index: number): Work =>
  (session) =>
    run(session, move, { refs: [ref], to: { parent, index } });
export const named =
  (ref: Ref, id: string): Work =>
  (session) =>
    run(session, rename, { ref, id });
export const typed =
  (question: Ref, type: Field['type']): Work =>
  (session) =>
    run(session, changeType, { question, type });
export const filled =
  (question: Ref, change: (fill: Fill | undefined) => Fill | undefined): Work =>
  (session) =>
    run(session, setFill, {
      question,
      fill: change(findField(session.document, question)?.part.fill),
      catalogue,
    });
export const worked =
  (question: Ref, calculate: Json): Work =>
  (session) =>
    run(session, setCalculation, { question, calculate } as never);
export const ended =
  (...ids: string[]): Work =>
  (session) =>
    run(session, setEnds, {
      ends: [
        ...(session.document.form.ends ?? []),
        ...ids.map((id) => ({ id, when: { '==': [{ var: 'reason' }, 'other'] }, title: text(id), text: text(id) })),
      ],
    });
export const roles =
  (...titles: (readonly [id: string, title: string])[]): Work =>
  (session) =>
    run(session, setRoles, {
      roles: [...session.document.form.roles, ...titles.map(([id, title]) => ({ id, title: text(title) }))],
    });
export const options =
  (ref: Ref, change: (options: readonly { readonly value: string }[]) => readonly unknown[]): Work =>
  (session) => {
    const part = findField(session.document, ref)?.part;
    if (part?.type === 'choice') set(ref, 'options', change(part.options) as Json)(session);
  };
export const all =
  (...works: readonly Work[]): Work =>
  (session) =>
    works.forEach((work) => work(session));

export function workedOn(document: BuilderDocument, work: Work): BuilderDocument {
  const session = new EditingSession(document, { now: () => new Date('2026-11-23T01:00:00Z') });
  work(session);
  return session.document;
}
