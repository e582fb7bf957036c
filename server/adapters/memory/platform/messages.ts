import type { MessageReads, MessageStep } from '../../../platform/storage.ts';
import type { Area } from './area.ts';

export const messageArea: Area<object, MessageStep, MessageReads> = { empty: () => ({}), steps: {}, reads: () => ({}) };
