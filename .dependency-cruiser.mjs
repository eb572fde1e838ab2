/**
 * The import fence: who may import whom (docs/architecture.md, "Who may import whom"). Everything here is an error, types included: a
 * room that borrows another room's type is already tied to it. tests/architecture/bad-sample breaks every rule once.
 */

const test = '[.]test[.]tsx?$';
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;

/** What `shared` may use from npm: pure packages that need neither Node nor a DOM. */
const purePackages = npm('zod', '@orpc/contract', 'cborg', 'jsonc-parser', 'uuid', 'qr', '@marcbachmann/cel-js');
/** Electron's modules by every name they can be imported under. */
const electronItself = '(^|/)node_modules/electron(/|$)|^electron(/(main|renderer|common|utility))?$';

const folders = [
  {
    name: 'shared-imports-nothing-outside',
    comment: 'shared is pure: the counter, the desk and the central API run the same code.',
    from: { path: '^shared/', pathNot: test },
    to: { path: '^(electron|renderer|central|build|tests|resources)/' },
  },
  {
    name: 'shared-tests-need-no-process',
    comment: 'What is pure is tested alone; with the data of resources/ and tests/fixtures/ at most.',
    from: { path: `^shared/.*${test}` },
    to: { path: '^(electron|renderer|central|build)/' },
  },
  {
    name: 'shared-has-no-node',
    comment: 'shared runs in a page as well. Its tests may read files.',
    from: { path: '^shared/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'shared-pure-packages',
    comment: 'An npm package in shared needs neither Node nor a DOM; a new one is named in purePackages first.',
    from: { path: '^shared/', pathNot: test },
    to: { path: npm('.+'), pathNot: purePackages },
  },
  {
    name: 'electron-renderer-central-apart',
    comment: 'Three processes: they share what is in shared/, and talk through contracts.',
    from: { path: '^(electron|renderer|central)/' },
    to: { path: '^(electron|renderer|central)/', pathNot: '^$1/' },
  },
  {
    name: 'product-without-tests-or-build',
    comment: 'What runs at the counter needs nothing of tests/ or build/.',
    from: { path: '^(shared|electron|renderer|central)/', pathNot: test },
    to: { path: '^(tests|build)/' },
  },
  {
    name: 'product-imports-no-test',
    comment: 'A test is nobody else’s library.',
    from: {},
    to: { path: test },
  },
  {
    name: 'product-without-dev-packages',
    comment: 'What the product imports is installed with it. Electron itself is there by being the program.',
    from: { path: '^(shared|electron|renderer|central)/', pathNot: test },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: electronItself },
  },
];

const rooms = [
  {
    name: 'rooms-apart',
    comment:
      'A room takes what it needs as an argument, typed by an interface of its own. electron/main.ts and electron/program/ wire.',
    from: { path: '^electron/([^/]+)/', pathNot: '^electron/program/' },
    to: { path: '^electron/([^/]+)/', pathNot: '^electron/$1/' },
  },
  {
    name: 'nobody-imports-main',
    comment: 'main.ts and the preload are where programs begin, not libraries.',
    from: { path: '^(shared|electron|renderer|central|tests|build)/' },
    to: { path: '^electron/[^/]+$', pathNot: electronItself },
  },
  {
    name: 'host-port-without-adapter',
    comment: 'The port and what both adapters share know neither of them; start-host.ts is where one is picked.',
    from: { path: '^electron/host/[^/]+$', pathNot: '^electron/host/start-host[.]ts$' },
    to: { path: '^electron/host/[^/]+/' },
  },
  {
    name: 'host-adapters-apart',
    comment: 'One adapter must not need the other: only one of them runs.',
    from: { path: '^electron/host/([^/]+)/' },
    to: { path: '^electron/host/([^/]+)/', pathNot: '^electron/host/$1/' },
  },
  {
    name: 'electron-only-in-its-adapter',
    comment: 'Anything above the host does not know which one it is; in plain Node the package would try to download itself.',
    from: { pathNot: '^electron/host/electron/|^electron/preload[.]cts$' },
    to: { path: electronItself },
  },
  {
    name: 'playwright-only-in-tests',
    comment: 'The Chromium host speaks to its browser itself.',
    from: { pathNot: '^tests/|^playwright[.]config[.]ts$' },
    to: { path: npm('@playwright', 'playwright', 'playwright-core', '@axe-core') },
  },
];

const pages = [
  {
    name: 'dexie-only-in-records-page',
    comment: 'IndexedDB has one keeper, and it sees ciphertext only.',
    from: { pathNot: '^renderer/records/' },
    to: { path: npm('dexie') },
  },
  {
    name: 'pages-apart',
    comment: 'The desk and the hidden page are two programs.',
    from: { path: '^renderer/(desk|records)/' },
    to: { path: '^renderer/(desk|records)/', pathNot: '^renderer/$1/' },
  },
  {
    name: 'pages-have-no-node',
    comment: 'A page is sandboxed: there is no Node in it.',
    from: { path: '^renderer/', pathNot: test },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'records-page-is-plain',
    comment: 'The hidden page is put, get and scan: no screen’s package belongs in it.',
    from: { path: '^renderer/records/', pathNot: test },
    to: { path: npm('.+'), pathNot: npm('dexie', '@orpc/(server|contract|client)', 'zod') },
  },
  {
    name: 'features-apart',
    comment: 'A feature can be taken out without touching another; what two need lies in app/ or ui/.',
    from: { path: '^renderer/desk/features/([^/]+)/' },
    to: { path: '^renderer/desk/features/([^/]+)/', pathNot: '^renderer/desk/features/$1/' },
  },
  {
    name: 'ui-and-words-below',
    comment: 'ui/ and i18n/ are what app/ and features/ stand on, not the other way round.',
    from: { path: '^renderer/desk/(ui|i18n)/' },
    to: { path: '^renderer/desk/(app|features)/' },
  },
];

const everywhere = [
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one file, or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-unresolved',
    comment: 'A fence that can’t see where an import leads can’t judge it.',
    from: {},
    to: { couldNotResolve: true, pathNot: electronItself },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...folders, ...rooms, ...pages, ...everywhere].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    exclude: { path: '^(out|dist|release)/|^tests/(architecture/bad-sample|bench/node_modules)/' },
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.cts', '.js', '.json', '.css', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
