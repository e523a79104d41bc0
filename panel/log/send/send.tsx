import { useMemo, useState } from 'preact/hooks';
import { errorText } from '../../../protocol/error-text';
import type { MeetingRef } from '../../../protocol/panel-requests';
import { GUARD_STRINGS } from '../../../strings/guard';
import { SEND_STRINGS } from '../../../strings/log';
import { dialedBy } from '../../request/guard/dialed-by';
import { createPress, type Press } from '../../request/guard/guard';
import type { PanelContext } from '../../state/context';
import { useRemembered } from '../../state/use-remembered';
import { TextAreaField } from '../../ui/text-area-field';
import { type Recipient, type Wrong, wrongWith } from './check';
import { createFaultInjector, FAULTS, type InjectedFault } from './faults';
import { type FormValues, HOST_FORMS, type MessageFields, PLUGIN_FORMS, wireOf } from './fields';
import { MessageForm, Select } from './message-form';

/** What can be sent to, beside the plugin: a host page, to which the plugin simulator sends. */
type HostTarget = { send(wire: unknown): void };

/** A message as it was filled in. */
type Filled = { target: Recipient; way: 'form' | 'json'; name: string; values: FormValues; json: string };

const FIRST: Filled = { target: 'host', way: 'form', name: '', values: {}, json: '' };

/** Reads a message that was filled in, in the panel before. */
function readFilled(kept: unknown): Filled | undefined {
  const { target, way, name, values, json } = Object(kept);
  const isKnown = ['host', 'plugin'].includes(target) && ['form', 'json'].includes(way);
  const isFilled = [name, json, ...Object.values(Object(values))].every((text) => typeof text === 'string');
  return isKnown && isFilled ? { target, way, name, values: { ...Object(values) }, json } : undefined;
}

/**
 * Sends any message, right or wrong, with a fault if that is wanted. Only a press of its button does: nothing
 * that the page says comes here.
 */
export function Send({ context, host }: { context: PanelContext; host?: HostTarget | undefined }) {
  const { store, connection, signal } = context;
  const filled = useRemembered(context, 'message', FIRST, readFilled);
  const { target, way, name, values, json } = filled.value;
  const fill = (part: Partial<Filled>) => {
    filled.value = { ...filled.peek(), ...part };
  };
  const [insists, setInsists] = useState(false);
  const [fault, setFault] = useState<InjectedFault>('none');
  const [outcome, setOutcome] = useState('');
  const to: Recipient = host ? target : 'plugin';
  const forms: Readonly<Record<string, MessageFields>> = to === 'plugin' ? HOST_FORMS : PLUGIN_FORMS;
  const chosen = Object.hasOwn(forms, name) ? name : (Object.keys(forms)[0] ?? '');
  const form = forms[chosen] ?? {};

  const deliver = useMemo(() => {
    const later = (job: () => void, ms: number) => {
      const timer = setTimeout(job, ms);
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    };
    const toPlugin = (wire: unknown, to: MeetingRef | undefined) => {
      if (to) connection.send({ type: 'send-raw', ...to, wire });
    };
    return {
      plugin: createFaultInjector(toPlugin, later),
      host: createFaultInjector<MeetingRef>((wire) => host?.send(wire), later),
    };
  }, [store, connection, signal, host]);

  const written = way === 'form' ? { wire: wireOf(chosen, form, values) } : readJson(json);
  const wrong = 'wire' in written ? wrongWith(written.wire, to) : undefined;
  const status = store.status.value;
  const isHeard = to === 'host' || status === 'ready' || status === 'in-meeting';

  const press = async () => {
    setOutcome('');
    if (!('wire' in written) || (wrong && !insists)) return;
    // What waits for an answer below goes to the meeting that the user sees now, or nowhere.
    const meeting = to === 'plugin' ? store.meeting.peek() : undefined;
    if (to === 'plugin' && !meeting) return;
    const press = meeting && createPress(meeting, store.meetings);
    const refusal = press ? await refusalOf(written.wire, press) : '';
    if (refusal === undefined) return;
    if (refusal === '') deliver[to](written.wire, fault, press?.target.peek());
    setOutcome(refusal || SEND_STRINGS.done[fault]);
  };

  /** A call that is placed by hand is a call: what an administrator or a setting keeps from the form, too. */
  async function refusalOf(wire: unknown, press: Press): Promise<string | undefined> {
    const dialed = dialedBy(wire);
    if (dialed === undefined) return '';
    await store.settings.loaded;
    const refused = store.guard.refusal(dialed);
    if (refused) return refused;
    const answer = await store.guard.confirm([dialed], press);
    if (answer === 'no') return undefined;
    if (answer === 'gone') return GUARD_STRINGS.meetingGone(press.name);
    const waitMs = await store.guard.reserve();
    return waitMs > 0 ? GUARD_STRINGS.limit(Math.ceil(waitMs / 1000)) : '';
  }

  return (
    <details class="log-part">
      <summary>{SEND_STRINGS.send}</summary>
      <div class="log-send">
        {host && (
          <Select
            label={SEND_STRINGS.to}
            id="send-to"
            value={target}
            onChange={(next) => fill({ target: next })}
            options={SEND_STRINGS.targets}
          />
        )}
        <Select
          label={SEND_STRINGS.as}
          id="send-as"
          value={way}
          onChange={turnTo}
          options={SEND_STRINGS.ways}
        />
        {way === 'form' ? (
          <MessageForm
            names={Object.keys(forms)}
            name={chosen}
            form={form}
            values={values}
            onName={(next) => fill({ name: next, values: {} })}
            onValue={(field, value) => fill({ values: { ...values, [field]: value } })}
          />
        ) : (
          <TextAreaField
            id="send-json"
            label={SEND_STRINGS.json}
            hintId="send-result"
            attributes={{
              class: 'code',
              rows: 6,
              value: json,
              onInput: (event) => fill({ json: event.currentTarget.value }),
            }}
          />
        )}
        <p id="send-result" class={wrong || !('wire' in written) ? 'error' : 'help'}>
          {'wire' in written ? resultText(wrong) : SEND_STRINGS.notJson(written.error)}
        </p>
        {wrong && (
          <label class="log-insist">
            <input
              type="checkbox"
              checked={insists}
              onChange={(event) => setInsists(event.currentTarget.checked)}
            />
            {SEND_STRINGS.insist}
          </label>
        )}
        <Select
          label={SEND_STRINGS.fault}
          id="send-fault"
          value={fault}
          onChange={setFault}
          options={
            Object.fromEntries(FAULTS.map((each) => [each, SEND_STRINGS.faults[each]])) as Record<
              InjectedFault,
              string
            >
          }
        />
        <div class="actions">
          <button
            type="button"
            disabled={!isHeard || !('wire' in written) || (wrong !== undefined && !insists)}
            onClick={() => void press()}
          >
            {SEND_STRINGS.sendNow}
          </button>
          <p class="help" role="status">
            {isHeard ? outcome : SEND_STRINGS.noPlugin}
          </p>
        </div>
      </div>
    </details>
  );

  /** What was filled in goes along: JSON begins as what the form makes. */
  function turnTo(next: 'form' | 'json'): void {
    const isNew = next === 'json' && 'wire' in written;
    fill({ way: next, ...(isNew && { json: JSON.stringify(written.wire, undefined, 2) }) });
  }
}

function readJson(text: string): { wire: unknown } | { error: string } {
  try {
    return { wire: JSON.parse(text) };
  } catch (error) {
    return { error: errorText(error) };
  }
}

function resultText(wrong: Wrong | undefined): string {
  if (!wrong) return SEND_STRINGS.valid;
  return SEND_STRINGS.invalid(wrong.reason === 'shape' ? wrong.detail : SEND_STRINGS.unknown);
}
