/** The OpenAPI 3.1 description of the platform's app. A test holds it against the routes. */
import type { PlatformConfig } from '../platform.ts';
import { counterPaths } from '../counter/openapi.ts';
import { interfacePaths } from '../delivery/openapi.ts';
import { journeyPaths } from '../journey/openapi.ts';
import { list, number, object, text, type Json } from '../sandbox/openapi.ts';
import { mePaths } from '../me/openapi.ts';
import { operatorPaths, sandboxStaffPaths } from '../staff/openapi.ts';
import { pagePaths, sandboxPaths } from '../site/openapi.ts';
import { registerPaths } from '../registry/register-openapi.ts';
import { registryAccountPaths, registryPaths, registrySchemas } from '../registry/openapi.ts';

/** → the whole document; the sandbox's paths are in it in the test environment only */
export const openApi = ({
  environment,
  publicUrl,
}: Pick<PlatformConfig, 'environment' | 'publicUrl'>): Json & {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, unknown>>;
} => ({
  openapi: '3.1.0',
  info: {
    title: 'MyData reference platform',
    version: '0.1.0',
    description: 'Interface profile mydata-1, the resident’s journey, and in the test environment a sandbox.',
  },
  servers: [{ url: publicUrl }],
  paths: merge(
    interfacePaths(),
    counterPaths(),
    journeyPaths(),
    mePaths(),
    pagePaths(),
    registerPaths(),
    registryPaths(),
    registryAccountPaths(),
    operatorPaths(),
    environment === 'test' ? sandboxPaths() : {},
    environment === 'test' ? sandboxStaffPaths() : {},
  ),
  components: {
    schemas: {
      ...registrySchemas,
      Resident: object({
        slug: text,
        name: text,
        note: { type: 'object' },
        nationalId: text,
        birthDate: text,
        rocBirthday: text,
        methods: list(text),
        card: object({ number: text, pin: text, certificatePem: text, privateKeyPem: text }),
        nhi: object({ number: text, password: text }),
        householdNumber: text,
        passkey: object({ credentialId: text, privateKeyPkcs8: text, userHandle: text, rpId: text, signCount: number }),
      }),
      /** With `channel`, `to`, `email`, `mobile`, `subject`, `text`, `short`, `service`, `datasets` while its words are kept. */
      Notice: object({
        id: text,
        kind: text,
        at: text,
        state: text,
        tries: number,
        channels: list(text),
        sentBy: list(text),
      }),
    },
  },
});

const merge = (...parts: readonly Json[]): Record<string, Record<string, unknown>> =>
  Object.assign({}, ...parts) as Record<string, Record<string, unknown>>;
