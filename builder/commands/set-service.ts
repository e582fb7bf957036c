/** A property of the service or the form as a whole: name, purpose, notice, contact … */
import { say, refuse, type Command } from '../model/command.ts';
import { asJson } from '../model/document.ts';
import { at, type Json } from '../model/json.ts';
import { Draft } from './shared/draft.ts';
import { isObject } from '#schemas/json.ts';

export interface SetService {
  readonly of: 'service' | 'form';
  /** Keys from there, e.g. `['notice', 'period']`. */
  readonly keys: readonly string[];
  readonly value: Json | undefined;
}

/** Derived from the mapping, or the document's own shape: not for typing. */
const closed = { service: ['id'], form: ['$schema', 'id', 'steps'] } as const;

export const setService: Command<SetService> = {
  id: 'set-service',
  run(document, { of, keys, value }) {
    const [first] = keys;
    const last = keys.at(-1);
    const path = [of, ...keys.slice(0, -1)];
    if (
      first === undefined ||
      last === undefined ||
      (closed[of] as readonly string[]).includes(first) ||
      !isObject(at(asJson(document), path))
    )
      return refuse('no-such-property', '這裡沒有這個設定。', 'There is no such property.');
    const draft = new Draft(document);
    draft.set(path, last, value);
    return {
      changes: draft.changes,
      words:
        of === 'service'
          ? say('修改服務說明', 'Changed the description of the service')
          : say('修改表單設定', 'Changed the form'),
      key: `set-service ${of}/${keys.join('/')}`,
    };
  },
};
