import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT, built } from '../prebuild/built';

/** A page's script, as TypeScript: every name that the documentation uses. */
const PAGE = `
import { connectMeeting, MeetingError, type MeetingConnection, type OutgoingCall } from 'external-chat-host';
import { people } from 'external-chat-host/people';
declare const frame: HTMLIFrameElement;
declare const given: { origin: string | undefined; signal: AbortSignal | undefined };
const options = { people, answerMs: 5_000, log: () => {}, ...given };
const meeting: MeetingConnection = connectMeeting(frame, options);
meeting.on('toggle-chat', ({ active }) => meeting.setChat(active));
const call: OutgoingCall = meeting.dialOut({ destination: 'a@example.com', protocol: 'sip', role: 'GUEST' });
call.joined.then(({ uuid }) => uuid.length).catch((error) => error instanceof MeetingError);
`;

/** What no page may compile with, a line each. */
const WRONG = [
  'connectMeeting(document);',
  'connectMeeting(frame, { orgin: location.origin });',
  'connectMeeting(frame, { origin: new URL(location.href) });',
  "connectMeeting(frame, { namespaces: ['rocketchat'] });",
  "connectMeeting(frame, { people: 'people' });",
  "meeting.on('toggle-caht', () => {});",
  "meeting.on('toggle-chat', ({ visible }) => visible);",
  "meeting.setUnread('3');",
  'meeting.setChat(1);',
  'meeting.chat = true;',
  'meeting.features.push("mute");',
  'meeting.sendMessage({ text: "Hi" });',
  "meeting.dialOut({ destination: 'a@example.com', protocol: 'tel', role: 'GUEST' });",
  "meeting.dialOut({ destination: 'a@example.com', protocol: 'sip' });",
  "meeting.dialOut({ destination: 'a@example.com', protocol: 'sip', role: 'GUEST', displayName: 'A' });",
  "meeting.dialOut({ destination: 'a@example.com', protocol: 'sip', role: 'GUEST' }, AbortSignal.abort());",
  "meeting.act({ name: 'mute', participantUuid: 'u1', muted: 'yes' });",
  "meeting.act({ name: 'unmute', participantUuid: 'u1' });",
  "call.on('no_answer', () => {});",
  "call.on('joined', ({ name }) => name);",
  'call.joined.then(({ uuid }) => uuid.toFixed());',
  "new MeetingError('nothing');",
];

/** A script without modules, which uses the global name. */
const CLASSIC = `
declare const classicFrame: HTMLIFrameElement;
const classic = ExternalChat.connectMeeting(classicFrame);
classic.on('roster', ({ participants }) => participants.length);
ExternalChat.connectMeeting(classicFrame, { people: ExternalChatPeople.people });
`;

describe('the packed host library', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(realpathSync(tmpdir()), 'host-package-'));
    const target = join(project, 'node_modules/external-chat-host');
    mkdirSync(target, { recursive: true });
    const options = { cwd: resolve(built(BUILT.host)), encoding: 'utf8' } as const;
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', project], options).trim();
    execFileSync('tar', ['-xzf', join(project, packed), '-C', target, '--strip-components', '1']);
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  /** Compiles files of the project, and returns what the compiler prints. */
  function compile(resolution: 'Bundler' | 'NodeNext', files: Record<string, string>): string {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
    const options = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: 'ES2022',
        lib: ['ES2022', 'DOM'],
        types: [],
        module: resolution === 'Bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution: resolution,
      },
      files: Object.keys(files),
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(options));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    return spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' }).stdout;
  }

  test.each(['Bundler', 'NodeNext'] as const)('compiles a page with its types, by %s', (resolution) => {
    expect(compile(resolution, { 'page.ts': PAGE })).toBe('');
    const printed = compile(resolution, { 'wrong.ts': `${PAGE}${WRONG.join('\n')}` });
    const first = PAGE.split('\n').length;
    const lines = [...printed.matchAll(/wrong\.ts\((\d+),/g)].map(([, line]) => Number(line));
    expect([...new Set(lines)]).toEqual(WRONG.map((_, index) => first + index));
  });

  test('has the global name for a script without modules', () => {
    const references = ['index', 'people'].map(
      (name) => `/// <reference path="./node_modules/external-chat-host/types/host/${name}.d.ts" />`,
    );
    expect(compile('Bundler', { 'classic.ts': `${references.join('\n')}${CLASSIC}` })).toBe('');
  });

  test('lets a bundler drop what a page does not use', async () => {
    const sizeOf = async (code: string): Promise<number> => {
      const entry = join(project, 'entry.js');
      writeFileSync(entry, code);
      const made = await build({
        root: project,
        configFile: false,
        logLevel: 'error',
        // Without what Vite adds of its own.
        build: { write: false, target: 'es2022', modulePreload: false, rollupOptions: { input: entry } },
      });
      const [{ output }] = [made].flat() as [Rollup.RollupOutput];
      return gzipSync(output[0].code, { level: 9 }).length;
    };
    const errors = await sizeOf(
      "import { MeetingError } from 'external-chat-host'; console.log(MeetingError);",
    );
    const all = await sizeOf(
      "import { connectMeeting } from 'external-chat-host'; console.log(connectMeeting);",
    );
    // The texts of the errors stay, and the tables of the messages, but nothing that connects.
    expect({ errors, isSmall: errors < all / 4 }).toEqual({ errors, isSmall: true });
  });
});
