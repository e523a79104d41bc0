import { build } from 'vite';
import { runCommand } from './run-command';

/** Builds the plugins and the demo meeting, and puts the branding package together. */
export async function buildPlugins(): Promise<void> {
  for (const folder of ['plugin/external-chat', 'plugin/classic', 'plugin/webapp2', 'meeting'])
    await build({ configFile: `${folder}/vite.config.ts`, logLevel: 'warn' });
  await runCommand('npm', ['run', '--silent', 'deploy'], {
    env: { ...process.env, RELAY: '0', HIDE: '', HOST_ORIGINS: '' },
  });
}
