import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'vite';
import { scriptOf } from '../bench/support/script';
import { BUILT } from './built';
import { sourcesWithout } from './digest';
import { buildDoubles, DOUBLES, PUBLISHED } from './doubles';
import { buildExtension, buildFixedHosts } from './extension';
import { makePackage } from './package';
import { buildPlugins } from './plugins';
import { buildPreview } from './preview';
import { runCommand } from './run-command';
import type { Step } from './step';
import { makeZip } from './zip';

const NOT_BUILT = [
  'tests',
  'docs',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  '.github',
  '.ci',
  '.gitignore',
  'vitest.config.ts',
];

/** Returns two queues, each in order. Those of the second run commands of their own, beside the first. */
export function testSteps(): [Step[], Step[]] {
  const how = sourcesWithout([]).filter((path) => path.startsWith('tests/prebuild/'));
  const all = [...sourcesWithout(NOT_BUILT), ...how];
  const extension = [
    ...sourcesWithout([...NOT_BUILT, 'plugin', 'branding', 'meeting', 'scripts', 'Makefile']),
    ...how,
  ];
  const checkout = [...all, 'README.md', 'docs/maintain/release.md', 'tests/build/support/checkout.ts'];
  const { plugin, classic, webapp2, meeting, branding, chromium, firefox } = BUILT;
  return [
    [
      {
        name: 'plugins',
        inputs: all,
        outputs: [plugin, classic, webapp2, meeting, branding],
        make: buildPlugins,
      },
      {
        name: 'host',
        inputs: all,
        outputs: [BUILT.host, BUILT.examples],
        make: async () => {
          await runCommand('npx', ['tsx', 'scripts/build-host.ts'], { env: process.env });
          await build({ configFile: 'examples/react/vite.config.ts' });
        },
      },
      {
        name: 'doubles',
        inputs: [...all, ...sourcesWithout([]).filter(isDouble)],
        outputs: [BUILT.doubles],
        make: buildDoubles,
      },
      {
        name: 'preview',
        inputs: extension,
        outputs: [BUILT.preview],
        make: () => buildPreview(BUILT.preview),
      },
      {
        name: 'smallest-plugin',
        inputs: [...all, ...sourcesWithout([]).filter((path) => path.startsWith('tests/bench/'))],
        outputs: [dirname(BUILT.smallestPlugin)],
        make: async () => {
          const code = await scriptOf('tests/bench/pages/smallest-plugin.ts');
          mkdirSync(dirname(BUILT.smallestPlugin), { recursive: true });
          writeFileSync(BUILT.smallestPlugin, code);
        },
      },
      { name: 'extension', inputs: extension, outputs: [chromium, firefox], make: buildExtension },
      { name: 'fixed-hosts', inputs: extension, outputs: [BUILT.fixedHosts], make: buildFixedHosts },
    ],
    [
      { name: 'package', inputs: checkout, outputs: [BUILT.package], make: makePackage },
      { name: 'zip', inputs: checkout, outputs: [BUILT.zip, BUILT.fromSources], make: makeZip },
    ],
  ];
}

const isDouble = (path: string) => path.startsWith(`${DOUBLES}/`) || path.startsWith(`${PUBLISHED}/`);
