/** What the pages send, read strictly: a shape that is not the interface's is refused before anything looks at it. */
import type { Context } from 'hono';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import type { Claims } from '#schemas/wire/county-api.ts';
import { oversized } from '#schemas/form/answer-size.ts';
import type { Of, TSchema } from '#schemas/shapes/shape.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { isRead, type Refusal } from '#schemas/taiwan/reading.ts';
import { readShape } from '../../http/read-shape.ts';
import type { HttpError } from '../../http/errors.ts';
import { countyError, FieldErrors, typedError, unreadableAt } from '../errors.ts';
import { placedFields } from './form-fields.ts';
import { isObject } from '#schemas/json.ts';

export type Json = { readonly [key: string]: unknown };

const longestClaim = 500;
const deepest = 6;
const mostConfirmed = 500;
/** A field's id, or `group[2].inner`. */
const placeKey = /^([a-z][a-zA-Z0-9]*)(?:\[\d{1,3}\]\.[a-z][a-zA-Z0-9]*)?$/;

const unreadable = () => countyError('body-unreadable');

/**
 * The body as an object, none of its properties looked at. @throws 400 `body-unreadable` for what is no JSON or no
 * object
 */
export async function readJson(c: Context): Promise<Json> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (!isObject(body)) throw unreadable();
  return body;
}

/**
 * A body that has the shape.
 * @param own what is said where a member does not fit that has words of its own; else 400 `body-unreadable`, with its name
 */
export async function readBody<Shape extends TSchema>(
  c: Context,
  shape: Shape,
  own: { readonly [member: string]: () => HttpError } = {},
): Promise<Of<Shape>> {
  const read = readShape(shape, await readJson(c));
  if (read.ok) return read.value;
  const member = read.place.replace(/[.[].*$/s, '');
  throw (Object.hasOwn(own, member) ? own[member] : undefined)?.() ?? unreadableAt(read);
}

/** @throws 422 with the part that cannot be */
export function typedNationalId(input: string): string {
  const reading = readNationalId(input);
  if (!isRead(reading)) throw nationalIdError(reading);
  return reading.value;
}

const nationalIdError = (refusal: Refusal): HttpError =>
  typedError('national-id', '身分證統一編號', 'The national id', refusal);

/** As where nothing was typed. */
export function noNationalId(): HttpError {
  const reading = readNationalId('');
  return isRead(reading) ? countyError('national-id') : nationalIdError(reading);
}

/** Only of questions that the form has, and only plain values. */
export function readAnswers(form: FormDefinition, input: unknown): Answers {
  if (!isObject(input)) throw unreadable();
  const known = new Set(placedFields(form).map(({ field }) => field.id));
  for (const [id, value] of Object.entries(input)) {
    if (!known.has(id) || !isAnswer(value, deepest)) throw unreadable();
  }
  return withinBounds(form, input as Answers);
}

/** Storage is not for what no question can take. @throws 413 `answer-too-large` with the questions */
function withinBounds(form: FormDefinition, answers: Answers): Answers {
  const asked = placedFields(form).map(({ field }) => field);
  const large = oversized(asked, answers);
  if (!large.length) return answers;
  const names = asked.filter(({ id }) => large.includes(id)).map(({ label }) => label['zh-Hant']);
  const text = {
    'zh-Hant': `「${names.join('」「')}」的內容太長，還沒有儲存。縮短以後會再儲存一次。`,
    en: `Too long, and not saved yet: ${large.join(', ')}. When it is shorter it is saved again.`,
  };
  const fields = large.map((field) => ({ field, keyword: 'too-large', message: text }));
  throw new FieldErrors('answer-too-large', text, fields, 413);
}

/**
 * What residents say of official values, by place (a question's id, or `group[2].inner`): kind and text, 500 characters
 * at most. @throws 400 `body-unreadable` for places that the form does not have, and for other shapes
 */
export function readClaims(form: FormDefinition, input: unknown): Claims {
  if (!isObject(input)) throw unreadable();
  const known = new Set(placedFields(form).map(({ field }) => field.id));
  return Object.fromEntries(
    Object.entries(input).map(([key, claim]) => {
      const field = placeKey.exec(key)?.[1];
      if (!field || !known.has(field) || !isObject(claim)) throw unreadable();
      const { kind, text } = claim;
      if ((kind !== 'wrong' && kind !== 'changed') || typeof text !== 'string') throw unreadable();
      if ([...text].length > longestClaim) throw unreadable();
      return [key, { kind, text }];
    }),
  );
}

/** Places only; a page that knows of none need not send any. */
export function readConfirmed(form: FormDefinition, input: unknown): readonly string[] {
  if (input === undefined) return [];
  if (!Array.isArray(input) || input.length > mostConfirmed) throw unreadable();
  const known = new Set(placedFields(form).map(({ field }) => field.id));
  return input.map((place: unknown) => {
    const field = typeof place === 'string' ? placeKey.exec(place)?.[1] : undefined;
    if (field === undefined || !known.has(field)) throw unreadable();
    return place as string;
  });
}

function isAnswer(value: unknown, depth: number): value is AnswerValue {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null || depth === 0) return false;
  return Object.values(value).every((part) => isAnswer(part, depth - 1));
}
