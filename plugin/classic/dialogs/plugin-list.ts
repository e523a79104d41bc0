import type { ClassicPlugin, ClassicStatus } from '../plugins/classic-plugin';
import type { Plugins } from '../plugins/plugins';

const STATUS: Record<ClassicStatus, string> = {
  running: 'On',
  'in-part': 'On, runs in part',
  useless: 'Cannot do its work in Web App 3',
  off: 'Off',
  failed: 'Cannot run',
  crashed: 'Failed to start',
  waiting: 'Starts when you join the meeting',
  'other-platform': 'Not available in browsers',
  'other-role': 'Not available for your role',
};

/**
 * What Settings > Plugin shows: every plugin with its name, description and version, what went wrong with it,
 * and a switch for those that may be unloaded. All of it is set as text.
 * @see Plugin guide, "Deploying your plugins" and "Plugin package file"
 */
export class PluginList {
  readonly root = document.createElement('div');
  readonly #plugins: Plugins;
  readonly #faults: readonly string[];

  constructor(plugins: Plugins, faults: readonly string[]) {
    this.#plugins = plugins;
    this.#faults = faults;
    this.root.className = 'classic-plugins';
    this.show();
  }

  /** Shows the plugins as they are now; the switch that has the focus keeps it. */
  show(): void {
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const list = document.createElement('ul');
    list.append(...this.#plugins.all.map((plugin) => this.#entry(plugin)));
    const faults = this.#faults.map((fault) => paragraph('classic-trouble', fault));
    const none = this.#plugins.all.length === 0 && faults.length === 0;
    const next = document.createElement('div');
    next.className = this.root.className;
    next.append(...faults, none ? paragraph('', 'No plugins.') : list);
    // A replacement would call MutationObservers of this document although nothing has changed.
    if (next.isEqualNode(this.root)) return;
    this.root.replaceChildren(...next.childNodes);
    if (focused) document.getElementById(focused)?.focus();
  }

  #entry(plugin: ClassicPlugin): HTMLElement {
    const entry = document.createElement('li');
    const { name, package: about, status, troubles } = plugin;
    const title = paragraph('classic-plugin-name', name);
    if (about) title.append(' ', text('small', `version ${about.version}`));
    entry.append(title);
    if (about?.description) entry.append(paragraph('classic-plugin-description', about.description));
    entry.append(paragraph('classic-plugin-status', STATUS[status]));
    entry.append(...troubles.map((trouble) => paragraph('classic-trouble', trouble)));
    entry.append(...plugin.limits.map((limit) => paragraph('classic-limit', limit)));
    if (plugin.hasSwitch) entry.append(this.#toggle(plugin));
    return entry;
  }

  #toggle(plugin: ClassicPlugin): HTMLElement {
    const toggle = document.createElement('input');
    toggle.type = 'checkbox';
    toggle.id = `classic-switch-${plugin.id}`;
    toggle.defaultChecked = plugin.isOn;
    toggle.setAttribute('role', 'switch');
    toggle.setAttribute('aria-label', plugin.name);
    toggle.addEventListener('change', () => this.#plugins.choose(plugin, toggle.checked));
    return toggle;
  }
}

function text(tag: 'p' | 'small', content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}

function paragraph(name: string, content: string): HTMLElement {
  const element = text('p', content);
  element.className = name;
  return element;
}
