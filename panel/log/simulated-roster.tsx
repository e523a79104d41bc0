import { useEffect, useRef, useState } from 'preact/hooks';
import { LIMITS } from '../../protocol/limits';
import type { HostMessage } from '../../protocol/messages';
import { PREFIX } from '../../protocol/wire';
import { SIMULATOR_STRINGS } from '../../strings/log';
import type { PanelContext } from '../state/context';
import { keptText } from '../state/remember';
import { useRemembered } from '../state/use-remembered';
import { TextField } from '../ui/text-field';
import { type SimulatedPeople, simulatePeople } from './simulated-people';

type Props = {
  context: PanelContext;
  send(wire: unknown): void;
  /** Calls its listener with each message of the page, until the returned function is called. */
  onMessage(listener: (message: HostMessage) => void): () => void;
};

/** Gives the simulated meeting a roster of any size, and answers what the page requests about it. */
export function SimulatedRoster({ context, send, onMessage }: Props) {
  const given = useRemembered(context, 'simulated-people', '10', keptText);
  const [said, setSaid] = useState<{ text: string; isError: boolean }>();
  const people = useRef<SimulatedPeople>(undefined);
  useEffect(() => onMessage((message) => people.current?.receive(message)), [onMessage]);
  const submit = (event: Event) => {
    event.preventDefault();
    const count = Number(given.value);
    const isSize = /^\d+$/.test(given.value.trim()) && count <= LIMITS.participants;
    if (!isSize) return setSaid({ text: SIMULATOR_STRINGS.noCount(LIMITS.participants), isError: true });
    people.current = simulatePeople(count, ({ name, ...payload }) =>
      send({ action: PREFIX + name, ...payload }),
    );
    people.current.report();
    setSaid({ text: SIMULATOR_STRINGS.peopleSent(count), isError: false });
  };
  return (
    <form class="simulated-roster" noValidate onSubmit={submit}>
      <TextField
        id="simulated-people"
        label={SIMULATOR_STRINGS.people}
        help={SIMULATOR_STRINGS.peopleHelp}
        error={said?.isError ? said.text : ''}
        attributes={{
          inputMode: 'numeric',
          value: given.value,
          onInput: (event) => {
            given.value = event.currentTarget.value;
            setSaid(undefined);
          },
        }}
      />
      <div class="actions">
        <button type="submit">{SIMULATOR_STRINGS.sendPeople}</button>
        <p role="status">{said && !said.isError ? said.text : ''}</p>
      </div>
    </form>
  );
}
