import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../harness/eventually';
import { findExecutable } from '../harness/executable';
import { freePort } from '../harness/free-port';
import { startWatchdog } from '../harness/watchdog';

/** A running XMPP server. Everybody may log in, without a name; rooms are at `rooms.localhost`. */
export interface Prosody {
  /** Where its WebSocket is, at `/xmpp-websocket`. */
  port: number;
  close(): Promise<void>;
}

const WANTED = {
  program: 'Prosody',
  variable: 'PROSODY_PATH',
  commands: ['prosody'],
  debianPackage: 'prosody',
};

/** Whether it is installed here; `make setup` has said so where it is not. CI has to have it. */
export function hasProsody(): boolean {
  try {
    findExecutable(WANTED);
    return true;
  } catch (error) {
    if (process.env.CI) throw error;
    return false;
  }
}

/**
 * Starts Prosody with a configuration and a folder of its own: nothing of the machine's is read or changed.
 */
export async function startProsody(): Promise<Prosody> {
  const program = findExecutable(WANTED);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'prosody-under-test-'));
  const file = join(folder, 'prosody.cfg.lua');
  writeFileSync(file, configuration(folder, port));
  const prosody = spawn(program, ['--config', file, '-F'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  // Read to the end, or a full pipe would stop it.
  for (const stream of [prosody.stdout, prosody.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-4_000);
    });
  }
  const watchdog = startWatchdog(folder, prosody.pid);
  await eventually(
    'Prosody to listen',
    async () => {
      await new Promise<void>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => {
          socket.destroy();
          resolve();
        }).once('error', reject);
      });
      return { done: { value: undefined } };
    },
    { explain: async () => said },
  ).catch(async (error: unknown) => {
    await watchdog.release();
    throw error;
  });
  return { port, close: () => watchdog.release() };
}

const configuration = (folder: string, port: number) => `
run_as_root = true
data_path = "${folder}"
certificates = "${folder}"
pidfile = "${folder}/pid"
log = { { levels = { min = "warn" }, to = "console" } }
interfaces = { "127.0.0.1" }
http_ports = { ${port} }
https_ports = {}
c2s_ports = {}
c2s_direct_tls_ports = {}
s2s_ports = {}
modules_enabled = { "saslauth", "disco", "websocket", "ping" }
modules_disabled = { "s2s", "tls" }
c2s_require_encryption = false
consider_websocket_secure = true
storage = "memory"
authentication = "anonymous"
VirtualHost "localhost"
Component "rooms.localhost" "muc"
muc_room_locking = false
`;
