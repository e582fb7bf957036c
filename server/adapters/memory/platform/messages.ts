import type { Message, MessageReads, MessageReason as Reason, MessageStep } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  messages = new Map<string, Message>();
}

/** The message, while the worker's claim of it is the latest. */
function held(model: Model, id: string, tries: number): Message {
  const found = model.messages.get(id);
  if (found?.state !== 'waiting' || found.tries !== tries) throw new GuardFailed<Reason>('message-claimed');
  return found;
}

const steps: Area<Model, MessageStep, MessageReads>['steps'] = {
  'queue-message': (model, { message }) =>
    void model.messages.set(message.id, {
      ...message,
      sentBy: [],
      state: 'waiting',
      tries: 0,
      nextAt: message.at,
    }),
  'claim-message': (model, { id, tries, at, heldUntil }) => {
    const found = held(model, id, tries);
    if (found.nextAt > at) throw new GuardFailed<Reason>('message-claimed');
    model.messages.set(id, { ...found, tries: tries + 1, nextAt: heldUntil });
  },
  'message-sent': (model, { id, tries, channel }) => {
    const found = held(model, id, tries);
    model.messages.set(id, { ...found, sentBy: [...found.sentBy, channel] });
  },
  'retry-message': (model, { id, tries, nextAt, failure }) =>
    void model.messages.set(id, { ...held(model, id, tries), nextAt, failure }),
  'finish-message': (model, { id, tries, state, at, failure, keepContent }) => {
    const found = held(model, id, tries);
    const content = keepContent ? found.content : undefined;
    model.messages.set(id, { ...found, state, doneAt: at, failure, content });
  },
  'forget-old': (model, { noticesBefore, recordsBefore }) => {
    for (const [id, message] of model.messages) {
      if (message.at < recordsBefore) model.messages.delete(id);
      else if (message.at < noticesBefore) model.messages.set(id, { ...message, content: undefined });
    }
  },
};

export const messageArea: Area<Model, MessageStep, MessageReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => {
    const newest = (): Message[] =>
      [...of().messages.values()].reverse().sort((a, b) => b.at.getTime() - a.at.getTime());
    return {
      messagesDue: async (at, limit) =>
        [...of().messages.values()]
          .filter(({ state, nextAt }) => state === 'waiting' && nextAt <= at)
          .sort((a, b) => a.nextAt.getTime() - b.nextAt.getTime())
          .slice(0, limit),
      messages: async (limit) => newest().slice(0, limit),
      messagesGivenUp: async (limit) =>
        newest()
          .filter(({ state }) => state === 'given-up')
          .slice(0, limit),
      message: async (id) => of().messages.get(id),
    };
  },
};
