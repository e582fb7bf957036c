/** The validator of a form in hand, under an address that names its content. A few are kept: a preview asks for the last. */
import { checkDefinition } from '#schemas/form/check-definition.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import { checkPatterns } from '#schemas/patterns/check-form.ts';
import type { Judge } from '../judging/judged.ts';
import { stableJson } from '../stable-json.ts';
import { FormsError } from './errors.ts';
import { readForm } from './mapped.ts';

const most = 50;

export class Validators {
  readonly #judge: Pick<Judge, 'compile'>;
  readonly #sources = new Map<string, string>();
  /** Form as text → digest of its validator. */
  readonly #known = new Map<string, string>();

  constructor(judge: Pick<Judge, 'compile'>) {
    this.#judge = judge;
  }

  /** @param who has it made → the digest. @throws 422 `definition-unsound` with `problems` */
  async make(input: unknown, who: string): Promise<string> {
    const form: FormDefinition = readForm(input);
    const text = stableJson(form);
    const known = this.#known.get(text);
    if (known !== undefined && this.#sources.has(known)) return known;
    const problems = [...checkDefinition(form, Infinity), ...checkPatterns(form)];
    if (problems.length) throw new FormsError('definition-unsound', { problems });
    const { source, digest } = await this.#judge.compile(form, who);
    this.#sources.set(digest, source);
    this.#known.set(text, digest);
    for (const map of [this.#sources, this.#known]) {
      const [oldest] = map.keys();
      if (map.size > most && oldest !== undefined) map.delete(oldest);
    }
    return digest;
  }

  source(digest: string): string {
    const source = this.#sources.get(digest);
    if (source === undefined) throw new FormsError('validator-unknown');
    return source;
  }
}
