/** What the panels ask of the county app; given to the builder by its host, so that tests give another one. */
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { MappedSample, MapRequest, TestResident } from '#schemas/wire/builder-api.ts';

/** Each call rejects when it can not be answered; panels then say so and go on without. */
export interface BuilderApi {
  residents(): Promise<readonly TestResident[]>;
  mapped(request: MapRequest): Promise<MappedSample>;
  /** → address of the form's compiled validator, an ES module */
  validator(form: FormDefinition): Promise<string>;
}

/** Over HTTP, under `/api/builder` unless told. */
export function countyBuilderApi(base = '/api/builder'): BuilderApi {
  const call = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${base}/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'x-mydata-request': '1', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as Answer;
  };
  return {
    residents: async () => (await call<{ residents: readonly TestResident[] }>('residents')).residents,
    mapped: (request) => call('mapped', request),
    validator: async (form) => (await call<{ url: string }>('validator', { form })).url,
  };
}
