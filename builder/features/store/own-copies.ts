/** The copies that one person keeps of one form on this computer. Another person's wait for them, neither taken up nor lost. */
import type { DraftHistory } from '#schemas/wire/builder-api.ts';
import type { LocalCopies, LocalCopy } from './local-copy.ts';

const noHistory: DraftHistory = { done: [], undone: [] };

export class OwnCopies {
  constructor(
    private readonly copies: LocalCopies,
    private readonly form: string,
    private readonly name: string,
  ) {}

  /** Another's on the same computer is neither taken up in this person's name nor written over: it is put aside for them. */
  async read(): Promise<LocalCopy | undefined> {
    const { copies, form, name } = this;
    const copy = await copies.read(form);
    if (copy && (copy.by === undefined || copy.by === name)) return copy;
    if (copy?.by !== undefined) {
      await copies.write(this.#aside(copy.by), copy).catch(() => undefined);
      await copies.remove(form);
    }
    const own = await copies.read(this.#aside(name));
    if (!own) return undefined;
    await copies.write(form, own).catch(() => undefined);
    await copies.remove(this.#aside(name));
    return own;
  }

  /**
   * Without room for all of it, the work alone.
   * @returns whether it is kept
   */
  async write(whole: LocalCopy): Promise<boolean> {
    const { sent: _sent, ...work } = whole;
    return (await this.#written(whole)) || this.#written({ ...work, history: noHistory });
  }

  async remove(): Promise<void> {
    await this.copies.remove(this.form);
  }

  #written(copy: LocalCopy): Promise<boolean> {
    return this.copies.write(this.form, copy).then(
      () => true,
      () => false,
    );
  }

  #aside(name: string): string {
    return `${this.form} ${name}`;
  }
}
