import type { ElementSnapshot, Surface } from '../harness/browser';

/** Where each view of the panel is: its tab, and the one inside. */
const VIEWS = {
  'Dial out': ['Dial out', 'One'],
  Many: ['Dial out', 'Many'],
  Earlier: ['Dial out'],
  Testing: ['Testing'],
  Log: ['Testing', 'Log'],
  Tests: ['Testing', 'Tests'],
};

/**
 * Selects a tab that is not selected; the menu brings one that is not shown: on the page, the panel begins
 * with two of four.
 */
export async function openTab(panel: Surface, tab: string): Promise<void> {
  const shown = await panel.find('tab', tab);
  if (shown?.selected) return;
  if (shown) return panel.click('tab', tab);
  await panel.click('button', 'More');
  await panel.click('button', tab);
  await panel.see('tab', tab);
}

async function openInner(panel: Surface, tab: string): Promise<void> {
  const { selected } = await panel.see('tab', tab);
  if (!selected) await panel.click('tab', tab);
}

/** Brings a view of the panel to the front. */
export async function openView(panel: Surface, view: keyof typeof VIEWS): Promise<void> {
  const [tab = view, inner] = VIEWS[view];
  await openTab(panel, tab);
  if (inner) await openInner(panel, inner);
  if (view !== 'Earlier') return;
  const isOpen = await panel.evaluate(
    () => document.querySelector<HTMLDetailsElement>('details.earlier')?.open === true,
  );
  if (!isOpen) await panel.click('button', 'Earlier');
}

/** The two switches of the protocol. They stand in *Testing*, which these bring to the front. */
type ProtocolSwitch = 'Chat' | 'Unread badge';

/** Waits until one of the protocol's switches is so. */
export async function seeSwitch(
  panel: Surface,
  name: ProtocolSwitch,
  isRight: (found: ElementSnapshot) => boolean,
): Promise<ElementSnapshot> {
  await openView(panel, 'Testing');
  return panel.see('switch', name, isRight);
}

/** Presses one of the protocol's switches. */
export async function clickSwitch(panel: Surface, name: ProtocolSwitch): Promise<void> {
  await openView(panel, 'Testing');
  await panel.click('switch', name);
}
