/** A register that says what a test tells it, beside a county with the small test service. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { memoryCountyStorage } from '../../adapters/memory/county.ts';
import { askedOf, type Asked } from '#schemas/services/asked.ts';
import { covers } from '#schemas/services/asked-differences.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { Registration, Submission } from '#schemas/wire/registry-api.ts';
import type { TestPki } from '../../testing/test-pki.ts';
import type { CountyDependencies } from '../config.ts';
import type { CountyStorage } from '../storage.ts';
import { countyUrl, openWorld, platformUrl, type World } from '../testing/county-under-test.ts';
import { testForm, testLoaded, testService } from '../testing/test-service.ts';
import { compileValidator } from '../publish/compile-validator.ts';
import { refreshService } from '../services/catalogue.ts';
import type { Registrar } from './registrar.ts';
import { knownOf } from './standing.ts';
import { submissionSteps } from './submit.ts';

export const keys = { clientSecret: 's'.repeat(16), cbcIv: 'v'.repeat(16) };

/** Lets a new service in, what asks no more too; the rest waits until `decide`. */
export class TestRegister implements Registrar {
  readonly by = 'platform';
  readonly submitted: (Submission & { readonly service: string })[] = [];
  readonly services = new Map<string, Registration>();
  away = false;
  looks = 0;
  /** What the last look came to. */
  told: 'told' | 'same' = 'told';
  #told = '';

  async submit(service: string, submission: Submission): ReturnType<Registrar['submit']> {
    if (this.away) return { kind: 'away', problem: 'unreachable' };
    this.submitted.push({ service, ...submission });
    const { asked } = submission;
    const before = this.services.get(service);
    const {
      pending: _answered,
      decision: _said,
      ...kept
    } = before ?? {
      service,
      clientId: `CLI.${service.replaceAll('-', '').padEnd(10, '0').slice(0, 10)}`,
      phase: 'test' as const,
      noted: [],
      keys,
    };
    const now: Registration =
      !before?.covers || covers(before.covers, asked)
        ? { ...kept, state: 'registered', covers: asked }
        : {
            ...kept,
            state: 'in-review',
            pending: { asked, submittedAt: '2026-11-23T02:00:00.000Z', findings: [] },
          };
    this.services.set(service, now);
    return { kind: 'told', registration: now };
  }

  async received(service: string): Promise<boolean> {
    const { keys: _stored, ...rest } = this.services.get(service)!;
    this.services.set(service, rest);
    return true;
  }

  async look(): ReturnType<Registrar['look']> {
    this.looks++;
    if (this.away) return { kind: 'away', problem: 'unreachable' };
    const registrations = [...this.services.values()].map(({ keys: _secret, ...rest }) => rest);
    const text = JSON.stringify(registrations);
    this.told = text === this.#told ? 'same' : 'told';
    if (this.told === 'same') return { kind: 'same' };
    return { kind: 'told', registrations, taken: () => void (this.#told = text) };
  }

  decide(service: string, what: 'approved' | 'returned' | 'suspended' | 'restored', reason = ''): void {
    const { pending, decision: _before, ...rest } = this.services.get(service)!;
    const decision = { at: '2026-11-23T03:00:00.000Z', what: what as 'approved', reason };
    this.services.set(
      service,
      what === 'approved'
        ? { ...rest, state: 'registered', covers: pending!.asked, decision }
        : what === 'returned'
          ? { ...rest, state: 'returned', pending: pending!, decision }
          : what === 'suspended'
            ? { ...rest, state: 'suspended', decision, ...(pending && { pending }) }
            : { ...rest, state: pending ? 'in-review' : 'registered', ...(pending && { pending }) },
    );
  }
}

/** A county whose services are registered at a register of its own. */
export async function registeredWorld(
  pki: TestPki,
  {
    register = new TestRegister(),
    storage = memoryCountyStorage(),
    ...config
  }: {
    readonly register?: Registrar;
    readonly storage?: CountyStorage;
  } & Partial<CountyDependencies['config']> = {},
): Promise<World> {
  const world = await openWorld(pki, {
    storage,
    registrar: register,
    keys: { clients: [] } as never,
    config: { publicUrl: countyUrl, platformUrl, environment: 'test', services: [testLoaded], ...config },
  });
  await world.watch();
  return world;
}

/** The test service with a question more, of a dataset that it asks already (`name`) or not. */
export function withQuestion(path: string, dataset: string, id = 'more'): FormDocument {
  const [one, ...steps] = testForm.steps;
  const [section, ...sections] = one!.sections;
  const field = {
    id,
    type: 'text' as const,
    label: { 'zh-Hant': id, en: id },
    fill: { policy: 'editable' as const, from: [{ dataset, path }] },
  };
  const listed = testService.datasets.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.anyOf));
  return {
    service: {
      ...testService,
      datasets: listed.includes(dataset) ? testService.datasets : [...testService.datasets, dataset],
    },
    form: {
      ...testForm,
      steps: [{ ...one!, sections: [{ ...section!, fields: [...section!.fields, field] }, ...sections] }, ...steps],
    },
  };
}

export const askedBy = (document: FormDocument): Asked => askedOf(document);

/** As `publishForm` does it, without the people. */
export async function publish({ county, storage }: World, document: FormDocument): Promise<number> {
  const version = ((await storage.latestForm(document.service.id))?.version ?? 0) + 1;
  const definition = JSON.stringify(document.form);
  const { source } = await compileValidator(document.form);
  const publishedAt = county.clock.now().toISOString();
  const { service } = document;
  const done = await storage.commit([
    {
      step: 'publish-form',
      form: {
        service: service.id,
        version,
        digest: createHash('sha256').update(definition).digest('hex'),
        definition,
        validator: source,
        publishedAt,
      },
    },
    {
      step: 'record-version',
      version: { form: service.id, version, service, translated: {}, source: 'builder', publishedAt },
    },
    ...submissionSteps(county, await knownOf(county, service.id), {
      service: service.id,
      version,
      asked: askedBy(document),
    }),
  ]);
  assert.deepEqual(done, { ok: true });
  await refreshService(county, service.id);
  return version;
}
