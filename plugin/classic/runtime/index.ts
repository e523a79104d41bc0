import type { PluginWidget } from '@pexip/plugin-api';
import { createPex, readQueryParams } from '../api/pex';
import { createPluginApi } from '../api/plugin-api';
import { openTemplateDialog, ownerOfDialog } from '../dialogs/open-template';
import { PluginList } from '../dialogs/plugin-list';
import { DialogStack, type OpenDialog } from '../dialogs/stack';
import { limitDialogs } from '../isolation/dialogs';
import { isolateRuntime } from '../isolation/isolate-runtime';
import { limitNotices } from '../isolation/notices';
import { atMostEvery } from '../isolation/own-time';
import { limitRequests } from '../isolation/requests';
import { keepMember, keepMembers } from '../isolation/shared-api';
import { leftAtWork, noteTurns } from '../isolation/turns';
import { type FromHiddenFrame, type FromRuntime, LINK_PARAMETER, openLink, type RunnerLink } from '../link';
import { followMeeting } from '../meeting/meeting';
import { OBSTACLES } from '../obstacles/obstacles';
import { packedFolder } from '../package/packed-folder';
import { readPlugins } from '../package/read-plugins';
import { readChoices } from '../plugins/choices';
import { Plugins } from '../plugins/plugins';
import { readStopped } from '../plugins/stopped';
import { ActionStream } from '../streams/action-stream';
import { lastOwner, type Owner } from '../streams/owner';
import { fetchFile, readSource } from './fetch-file';
import { redirectRequests } from './redirect-requests';
import { registerRuntime } from './widget-registration';

/** The widget's frame: gives the organization's plugins the world that Webapp2 gave them. */
async function start(): Promise<void> {
  const webApp3 = window.parent;
  const { widget, channel } = await registerRuntime();
  const meeting = followMeeting(widget.events);
  const name = new URLSearchParams(window.location.search).get(LINK_PARAMETER) ?? '';
  const link: RunnerLink<FromRuntime> = openLink<FromHiddenFrame, FromRuntime>(name, (message) => {
    if (message.type === 'so-far') meeting.catchUp(message.soFar);
    else stack.closeUpTo(message.opened);
  });
  const container = document.querySelector('main') ?? document.body;
  const stack = new DialogStack(container, {
    show: (opened) => link.send({ type: 'show', opened }),
    hide: () => link.send({ type: 'hide' }),
  });

  const folder = await packedFolder(fetchFile);
  // A plugin may bring a <base>: what is asked for later starts where this page did.
  const base = document.baseURI;
  const addressOf = (path: string) => new URL(folder + path, base).href;
  const { plugins: found, faults } = await readPlugins((path) => fetchFile(addressOf(path)));
  for (const fault of faults) console.error(`classic-plugins: ${fault}`);
  let list: PluginList | undefined;
  let opened: OpenDialog | undefined;
  const choices = readChoices(() => window.localStorage);
  const stopped = readStopped(() => window.localStorage);
  const endless = leftAtWork(() => window.sessionStorage);
  if (endless !== undefined) stopped.stop(endless, 'endless');
  const turns = noteTurns(window, () => window.sessionStorage);
  const dialogs = limitDialogs();
  // A plugin may go wrong each time that the list changes.
  const showList = atMostEvery(0, () => list?.show());
  const plugins: Plugins = new Plugins(found, choices, stopped, {
    ui: widget.ui,
    meeting,
    addressOf,
    readSource,
    turns,
    onPress: (owner) => {
      dialogs.pressed(owner);
      requests.pressed(owner);
    },
    onChange: showList,
  });
  plugins.watchErrors(ownerOfDialog);
  const caller = () => plugins.callerOf() ?? ownerOfDialog();
  // What comes right after a plugin's code, as its doing and out of its sight, is taken for its own.
  const doer = () => caller() ?? lastOwner();
  const requests = limitRequests(channel, doer);

  const pluginAPI = createPluginApi({
    channel: requests.channel,
    caller,
    register: (registration) => plugins.register(registration),
    openDialog: (template) => openTemplateDialog(stack, dialogs, template, caller()),
    dispatch: (action) => meeting.actions$.next(action),
  });
  const report = (sentence: string) => doer()?.limit(sentence);
  const show = limitNotices((message) => void widget.ui.showToast({ message }));
  const notice = (text: string, owner = doer()) => show(text, owner);
  const actions$ = new ActionStream(meeting.actions$, () => plugins.callerOf());
  redirectRequests(window, addressOf('settings.json'));
  let isGone = false;
  const giveUp = (by: Owner | undefined) => {
    if (!isGone) link.send({ type: 'gone', by: by?.id });
    isGone = true;
  };
  let settings: Awaited<ReturnType<typeof addSettings>> | undefined;
  const takeDown = (by: Owner | undefined) => {
    giveUp(by);
    plugins.takeItemsOut();
    void settings?.remove();
  };
  isolateRuntime({ view: window, caller, report, notice }, container, takeDown, actions$);
  window.addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) giveUp(lastOwner());
  });
  const readQuery = () => readQueryParams(webApp3);
  const replaced = () => report(OBSTACLES.replaces);
  const pex = createPex({ meeting, channel: requests.channel, pluginAPI, actions$, readQuery, report });
  keepMembers(pluginAPI, replaced);
  keepMembers(pex.actions, replaced);
  Reflect.set(window, 'PEX', keepMembers(pex, replaced));
  // Some begin with `const PEX = window.PEX`.
  keepMember(window, 'PEX', replaced, true);

  settings = await addSettings(widget.ui);
  settings.onClick.add(() => {
    opened?.close();
    list = new PluginList(plugins, faults);
    opened = stack.openOwn('Plugin', list.root, () => {
      list = undefined;
    });
  });

  await plugins.load();
  // Last: plugins must be subscribed before the first event.
  link.send({ type: 'hello' });
}

const addSettings = (ui: PluginWidget['ui']) =>
  ui.addButton({ position: 'settingsMenu', label: 'Plugin', inMeetingOnly: false });

start().catch((error: unknown) => {
  console.error('plugin: classic-plugins did not start its runtime:', error);
});
