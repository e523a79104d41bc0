import type { PluginBundle } from '../../../../../branding/packer/branding/bundle';

const encode = (text: string) => new TextEncoder().encode(text);

/** A small script in place of the built plugin, registering as a minifier leaves it. */
export const PLUGIN: PluginBundle = {
  entry: { id: 'external-chat', src: './plugins/external-chat/index.html', sandboxValues: [] },
  files: new Map([
    [
      'external-chat.js',
      encode(
        '(function(){var M="external-chat";O({id:M,version:0});add("./relay.js");console.info("plugin: external-chat loaded v0.2.0")})()',
      ),
    ],
    ['index.html', encode('<!doctype html><script defer src="./external-chat.js"></script>')],
  ]),
};

/** The same with the relay. */
export const RELAYED: PluginBundle = {
  entry: { ...PLUGIN.entry, src: `${PLUGIN.entry.src}?relay=1`, sandboxValues: ['allow-same-origin'] },
  files: new Map([...PLUGIN.files, ['relay.js', encode('"relay"')]]),
};
