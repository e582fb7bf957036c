import { dictionary, opaque, type TSchema } from './shape.ts';

export const anyJson = opaque<unknown>('JsonValue');

/** With members that nobody lists. */
export const jsonObject = dictionary(anyJson);

/** For documents. It does not name itself: code that is made of it could not. */
export const jsonValueSchema: TSchema = {
  description: 'Any JSON.',
  anyOf: [
    { type: ['null', 'string', 'number', 'boolean'] },
    { type: 'array', items: { type: ['null', 'string', 'number', 'boolean', 'array', 'object'] } },
    { type: 'object', additionalProperties: true },
  ],
};
