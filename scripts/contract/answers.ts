import { inEnglish } from '../../protocol/english';
import { parseHostMessage } from '../../protocol/parse-host-message';
import { PREFIX } from '../../protocol/wire';
import type { SimulatedMeeting } from './simulated-meeting';

/** The plugin's `toggle-chat`, with whatever value. */
export const toggle = (active: unknown) => ({ action: `${PREFIX}toggle-chat`, active });

const isButtonState = ({ data }: { data: Record<string, unknown> }): boolean =>
  data.action === `${PREFIX}toggle-chat-button-state`;

/** What the page has sent. */
export class Answers {
  #from = 0;
  constructor(readonly simulated: SimulatedMeeting) {}

  /** Sends messages from the plugin, and waits for answers. Other methods then tell of what came since. */
  async to(messages: readonly unknown[], isThere: () => boolean): Promise<void> {
    this.begin();
    await this.simulated.send('plugin', ...messages);
    // What the page answers at once has no time limit, to whichever frame it goes.
    await this.simulated.barrier('plugin');
    await this.simulated.barrier('meeting');
    await this.simulated.waitFor(() => isThere() || this.atMeeting());
    await this.simulated.barrier('plugin');
  }

  /** Other methods tell of what comes from now on. */
  begin(): void {
    this.#from = this.mark();
  }

  /** Waits until the page has dealt with everything before: its answer to a last, valid message has come. */
  async settle(canToggle: boolean): Promise<void> {
    await this.simulated.barrier('plugin');
    const since = this.mark();
    await this.simulated.send('plugin', toggle(false));
    if (canToggle) await this.simulated.waitFor(() => this.since(since).some(isButtonState));
    await this.simulated.barrier('plugin');
  }

  /** The states of the button that the page has sent. */
  buttonStates = (): unknown[] =>
    this.since(this.#from)
      .filter(isButtonState)
      .map(({ data }) => data.active);
  atStranger = (): boolean => this.since(this.#from).some(({ at }) => at === 'stranger');

  mark = (): number => this.simulated.received.length;

  /** The protocol's messages after a mark, at any frame. */
  since = (mark: number): { at: string; data: Record<string, unknown> }[] =>
    this.simulated.received
      .slice(mark)
      .map(({ at, data }) => ({ at, data: Object(data) as Record<string, unknown> }))
      .filter(({ data }) => String(data.action).startsWith(PREFIX));

  all = () => this.since(this.#from).filter(({ at }) => at === 'plugin');
  atMeeting = () =>
    this.since(this.#from).some(({ at, data }) => at === 'meeting' && data.action !== `${PREFIX}hello`);
  find = (name: string) => this.all().find(({ data }) => data.action === PREFIX + name)?.data;
  raw = () => this.simulated.received.slice(this.#from).map(({ data }) => String(Object(data).action));

  /** The answers, each once. */
  inWords(): string {
    const counts = new Map<string, number>();
    for (const { data } of this.all()) {
      const { action, ...payload } = data;
      if (action === `${PREFIX}hello`) continue;
      const text = `${String(action).slice(PREFIX.length)} ${JSON.stringify(payload)}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].map(([text, count]) => (count > 1 ? `${text} (${count} times)` : text)).join(', ');
  }

  /** What is wrong with messages that the page sent, each once. */
  problems(): string[] {
    const wrong = this.since(0).flatMap(({ data }) => {
      const read = parseHostMessage(data);
      if (read.ok || read.reason === 'foreign') return [];
      if (read.reason === 'name') return [`The page sends "${read.name}", which isn’t part of the protocol.`];
      return [
        `The page sends "${read.name}" with a wrong payload: ${read.problems.map(inEnglish).join(', ')}.`,
      ];
    });
    return [...new Set(wrong)];
  }

  otherNames(): string[] {
    const usual = ['toggle-chat-button-state', 'toggle-chat-badge'];
    const names = this.since(0).map(({ data }) => String(data.action).slice(PREFIX.length));
    return [...new Set(names)].filter((name) => !usual.includes(name));
  }
}
