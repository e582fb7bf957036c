/** What the list offers to put right, as one edit of the builder: pressed once, undone once. */
import type { TaskFix } from '#schemas/publish/task.ts';
import { addIdentity } from '../../commands/add-identity.ts';
import { remove } from '../../commands/remove.ts';
import { setProperty } from '../../commands/set-property.ts';
import { setService } from '../../commands/set-service.ts';
import { uniqueIds } from '../../commands/unique-ids.ts';
import { applyChanges, type Change } from '../../model/change.ts';
import { isRefusal, type Command } from '../../model/command.ts';
import { asJson, type BuilderDocument } from '../../model/document.ts';

const commands: ReadonlyMap<string, Command<never>> = new Map(
  [setProperty, setService, remove, uniqueIds, addIdentity].map((command) => [
    command.id,
    command as unknown as Command<never>,
  ]),
);

/** Undefined where this builder knows no such command. */
export function fixCommand({ label, commands: steps }: TaskFix): Command<undefined> | undefined {
  const known = steps.map(({ id }) => commands.get(id));
  if (!steps.length || known.includes(undefined)) return undefined;
  return {
    id: 'fix',
    run(document) {
      let now: BuilderDocument = document;
      const changes: Change[] = [];
      for (const [index, { args }] of steps.entries()) {
        const outcome = known[index]!.run(now, args as never);
        if (isRefusal(outcome)) return outcome;
        now = applyChanges(asJson(now), outcome.changes) as unknown as BuilderDocument;
        changes.push(...outcome.changes);
      }
      return { changes, words: label };
    },
  };
}

/** The key whose translation is said to hold, where that is what the fix says. */
export function confirmedKey({ commands: [first, ...more] }: TaskFix): string | undefined {
  const key = first?.id === 'confirm-translation' && !more.length ? (first.args as { key?: unknown }).key : undefined;
  return typeof key === 'string' ? key : undefined;
}
