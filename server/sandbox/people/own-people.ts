/**
 * Test people whom somebody made, of one party: a file each in its data folder, beside the people that come with the kit.
 * Every party has its own and is told over HTTP (`routes.ts`). A file is checked whole before it counts.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../files/write-whole.ts';
import { completeResident, ResidentFileError, residentChecks } from '../load-residents.ts';
import type { HouseholdFacts, ResidentFile } from '../resident-file.ts';
import type { SandboxResident } from '../resident.ts';
import { isInventedId } from './invented-id.ts';

const mostPeople = 300;

/** Told whole, so that the file can go elsewhere. */
export type OwnFile = ResidentFile & { readonly facts: HouseholdFacts };

/** By the form of the name alone: people of the kit never have it. Says nothing of whether there is such a person. */
export const isOwn = (slug: string): boolean => /^own-[a-z]{4,20}$/.test(slug);

export class OwnPeople {
  /** All of them, kept up to date: what the party works with. */
  readonly residents: SandboxResident[];
  readonly #folder: string;
  readonly #files = new Map<string, OwnFile>();
  #checks: ReturnType<typeof residentChecks> | undefined;

  private constructor(folder: string, base: readonly SandboxResident[]) {
    this.#folder = folder;
    this.residents = [...base];
  }

  /** @param dataFolder of the party */
  static async open(dataFolder: string, base: readonly SandboxResident[]): Promise<OwnPeople> {
    const people = new OwnPeople(join(dataFolder, 'sandbox-people'), base);
    const names = await readdir(people.#folder).catch(() => []);
    for (const name of names.filter((one) => one.endsWith('.json')).sort())
      people.#take(people.#checked(JSON.parse(await readFile(join(people.#folder, name), 'utf8')), false));
    return people;
  }

  files(): readonly OwnFile[] {
    return [...this.#files.values()];
  }

  file(slug: string): OwnFile | undefined {
    return this.#files.get(slug);
  }

  /** The people of one household, told by its number. */
  household({ householdNumber }: Pick<OwnFile, 'householdNumber'>): readonly OwnFile[] {
    return this.files().filter((one) => one.householdNumber === householdNumber);
  }

  /** All or none. @throws ResidentFileError */
  async put(values: readonly unknown[]): Promise<readonly SandboxResident[]> {
    const taken = values.map((value) => this.#checked(value, true));
    const before = { files: new Map(this.#files), residents: [...this.residents] };
    try {
      for (const one of taken) this.#take(one);
    } catch (error) {
      this.#files.clear();
      for (const [slug, file] of before.files) this.#files.set(slug, file);
      this.residents.splice(0, Infinity, ...before.residents);
      throw error;
    }
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    for (const { file } of taken)
      await writeWhole(join(this.#folder, `${file.slug}.json`), `${JSON.stringify(file, null, 2)}\n`);
    return taken.map(({ resident }) => resident);
  }

  /** → who it was */
  async remove(slug: string): Promise<SandboxResident | undefined> {
    const at = this.residents.findIndex((one) => one.slug === slug);
    if (!this.#files.delete(slug) || at < 0) return undefined;
    await rm(join(this.#folder, `${slug}.json`), { force: true });
    return this.residents.splice(at, 1)[0];
  }

  /** @param whole its written records as well: of a file from outside */
  #checked(value: unknown, whole: boolean): { readonly file: OwnFile; readonly resident: SandboxResident } {
    const checks = (this.#checks ??= residentChecks());
    const check: (typeof checks)['file'] = checks.file;
    check(value, 'person');
    const name = `${value.slug}.json`;
    const { facts } = value;
    if (!isOwn(value.slug)) throw new ResidentFileError(name, 'slug must be own- and 4 to 20 small letters');
    if (!facts || 'sameAs' in facts) throw new ResidentFileError(name, 'facts must tell of the whole household');
    const ids = [value.nationalId, ...[...facts.members, ...(facts.kin ?? [])].map(({ id }) => id)];
    const real = ids.find((id) => !isInventedId(id));
    if (real !== undefined)
      throw new ResidentFileError(name, 'an id is not marked as invented: after the sex comes 9, or 00');
    const file: OwnFile = { ...value, facts };
    try {
      const resident = completeResident(file, [file]);
      if (whole) checks.records(resident);
      return { file, resident };
    } catch (error) {
      if (error instanceof ResidentFileError) throw error;
      // Facts of another shape than the writers know.
      throw new ResidentFileError(name, `no records can be written of these facts (${(error as Error).name})`);
    }
  }

  #take({ file, resident }: { readonly file: OwnFile; readonly resident: SandboxResident }): void {
    const name = `${file.slug}.json`;
    const others = this.residents.filter(({ slug }) => slug !== file.slug);
    for (const key of ['nationalId', 'account', 'mobile', 'email'] as const)
      if (others.some((other) => other[key] === resident[key])) throw new ResidentFileError(name, `${key} is taken`);
    if (others.some(({ card }) => card.number === resident.card.number))
      throw new ResidentFileError(name, 'card number is taken');
    const at = this.residents.findIndex(({ slug }) => slug === file.slug);
    if (at >= 0) {
      // Keys and records hang on it.
      if (this.residents[at]!.nationalId !== resident.nationalId)
        throw new ResidentFileError(name, 'slug is taken, by a person of another id');
      this.residents[at] = resident;
    } else {
      if (this.#files.size >= mostPeople) throw new ResidentFileError(name, `there are ${mostPeople} already`);
      this.residents.push(resident);
    }
    this.#files.set(file.slug, file);
  }
}
