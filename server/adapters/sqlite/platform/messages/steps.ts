import type { MessageStep } from '../../../../platform/storage.ts';
import type { Handlers } from '../handlers.ts';

export const messageSteps: Handlers<MessageStep> = {};
