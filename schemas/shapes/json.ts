import { opaque } from './shape.ts';

export const anyJson = opaque<unknown>('JsonValue');
