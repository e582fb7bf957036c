/**
 * What a thing is, said once: the value of a shape is its JSON Schema (2020-12), `Of` makes the TypeScript type of it. A shape
 * with a `title` is a component of that name in OpenAPI documents. Pages import types of shapes only, so that no schema is in
 * their scripts.
 */
import { Type, type Static, type TSchema, type TUnsafe } from 'typebox';

export type { TSchema };

type Plain = string | number | boolean | null | undefined;

/** What was read or answered is not written to. */
type Frozen<T> = unknown extends T
  ? T
  : T extends Plain
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Frozen<Item>[]
      : { readonly [Key in keyof T]: Frozen<T[Key]> };

export type Of<Shape extends TSchema> = Frozen<Static<Shape>>;

/** A component whose schema lies elsewhere (it refers to itself, or is too large to be repeated); here it may be anything. */
export const opaque = <Value>(title: string): TUnsafe<Value> => Type.Unsafe<Value>({ title });

/** By name or id. */
export const dictionary = <Shape extends TSchema>(
  values: Shape,
  options: { readonly title?: string; readonly description?: string } = {},
): TUnsafe<{ readonly [key: string]: Of<Shape> }> =>
  Type.Unsafe<{ readonly [key: string]: Of<Shape> }>({ type: 'object', additionalProperties: values, ...options });

export const instant = (description?: string) =>
  Type.String({ format: 'date-time', ...(description !== undefined && { description }) });

/** How often something was changed; which of two is newer. */
export const revision = (description?: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, ...(description !== undefined && { description }) });

/** The same, with what it is here. */
export const told = <Shape extends TSchema>(shape: Shape, description: string): TUnsafe<Of<Shape>> =>
  Type.Unsafe<Of<Shape>>({ ...shape, description });
