import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';

/** Tests are held to no zones, and may load every file of a folder. */
const seen = {
  selector: "ImportExpression[source.type!='Literal']",
  message: 'The zones of scripts/boundaries can’t see where this leads.',
};

const syntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSModuleDeclaration[declare!=true]', message: 'Use a module.' },
];

/** The Enter that ends a composition was guarded in one place and forgotten in seven. */
const keys = {
  selector:
    'MemberExpression[property.name=/^(isComposing|keyCode)$/], ObjectPattern > Property[key.name=/^(isComposing|keyCode)$/]',
  message: 'Ask composing() of schemas/keyboard/composing.ts.',
};

/** Inside a component they are the landmarks of the whole page: a second banner, a second contentinfo. */
const landmarks = {
  selector: 'TemplateElement[value.raw=/<(footer|header|main)[ >]/]',
  message: 'A component is a part of somebody’s page: use a <div>.',
};

/** On Node 20 a `Request` loses its signal at the next garbage collection, and a `fetch` without one waits for ever. */
const oneWayOut = 'Other parties are called with call() of server/calls, which bounds time and size.';
const calls = [
  "NewExpression[callee.name='Request']",
  "CallExpression[callee.name='fetch']",
  "CallExpression[callee.property.name='fetch']",
  "MemberExpression[object.name='AbortSignal'][property.name='timeout']",
];

/** Three folders up are counted by nobody. */
const fromAfar =
  'From another part: #schemas/…, #components/…, #builder/…, #server/…, #demo/…, #scripts/… (package.json).';

const tests = ['**/*.test.ts', '**/*.e2e.ts', '**/testing/**', '**/*.contract.ts', '**/e2e/**'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '**/migrations/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...syntax, keys],
      'no-restricted-imports': ['error', { patterns: [{ regex: String.raw`^(\.\./){3}`, message: fromAfar }] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.ts'], ignores: tests, rules: { 'no-restricted-syntax': ['error', ...syntax, keys, seen] } },
  {
    files: ['**/*.ts'],
    ignores: tests,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['**/*.mjs', '*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: [
      ...tests,
      'server/config.ts',
      'server/main.ts',
      'server/staff-account.ts',
      'server/data-command.ts',
      'server/rotate-log-keys.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Configuration is parsed in server/config.ts.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['server/**/*.ts'],
    // What browsers run asks its own server only.
    ignores: [...tests, '**/*.fixture.ts', 'server/calls/**', 'server/platform/browser/**'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: oneWayOut }],
      'no-restricted-syntax': [
        'error',
        ...syntax,
        keys,
        seen,
        ...calls.map((selector) => ({ selector, message: oneWayOut })),
      ],
    },
  },
  {
    files: ['components/**/*.ts', 'builder/**/*.ts', 'demo/**/*.ts'],
    plugins: { lit, 'lit-a11y': litA11y },
    rules: { ...lit.configs['flat/recommended'].rules, ...litA11y.configs.recommended.rules },
  },
  {
    files: ['components/**/*.ts', 'builder/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...syntax, keys, seen, landmarks] },
  },
  { files: ['schemas/keyboard/composing.ts'], rules: { 'no-restricted-syntax': ['error', ...syntax, seen] } },
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
