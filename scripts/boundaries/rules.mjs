/** The zones as rules of dependency-cruiser, with what holds everywhere: no cycle, nothing that does not resolve. */
import { tests, zones } from './zones.mjs';

const escaped = (name) => name.replace(/[.+*?^${}()|[\]\\/]/g, '\\$&');

/** A package is where it lies, a module of Node is its name. */
const ofPackage = (name) =>
  name.startsWith('node:') ? `^(node:)?${escaped(name.slice(5))}$` : `(^|/)node_modules/(@types/)?${escaped(name)}/`;

const earlier = (at) => zones.slice(0, at).map((zone) => zone.at);
const zoneAt = new Map(zones.map((zone, at) => [zone.name, { zone, at }]));

/** Every path that lies in the zone: in it, and in none before it. */
function inside(name) {
  const found = zoneAt.get(name);
  if (!found) throw new Error(`No zone is called ${name}.`);
  const before = earlier(found.at)
    .map((path) => `(?!${path.replace(/^\^/, '')})`)
    .join('');
  return `^${before}${found.zone.at.replace(/^\^/, '')}`;
}

const ofZones = zones.map(({ name, zones: others, packages }) => ({
  name: `zone-${name}`,
  comment: `${name} may import: ${[name, ...others, ...packages].join(', ')}.`,
  severity: 'error',
  from: { path: inside(name), pathNot: tests },
  to: { pathNot: [...[name, ...others].map(inside), ...packages.map(ofPackage), '\\.(json|css)$'] },
}));

export default {
  forbidden: [
    ...ofZones,
    {
      name: 'shapes-are-types-to-pages',
      comment: 'A page takes the types of shapes: no schema, and no package that makes them, is in its script.',
      severity: 'error',
      from: {
        path: '^(schemas|components|builder|demo|server/platform/browser)/',
        pathNot: [inside('shapes'), tests],
      },
      to: { path: inside('shapes'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-what-ships',
      comment: 'What ships loads nothing that is made for tests.',
      severity: 'error',
      from: { path: '^(schemas|components|builder|server|demo)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-cycle',
      comment: 'Types included: two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'What is imported is there.',
      severity: 'error',
      from: { pathNot: '^scripts/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'no-stowaway',
      comment: 'A package is named in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tool-in-what-runs',
      comment: 'What the server runs with is a dependency, not a tool of the build.',
      severity: 'error',
      from: { path: '^(schemas|server)/', pathNot: [tests, 'drizzle\\.config\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
