import type { ComponentProps } from 'preact';
import { DETECT_STRINGS } from '../../strings/detect';
import { STRINGS } from '../../strings/panel';
import { lazy } from '../ui/lazy';
import { notesOn } from './detect/notes';
import type { DialFormState } from './form';
import type { Dialed } from './guard/concern';
import type { RegionOffer as Offer } from './region-offer';

const RegionOffer = lazy(() => import('./region-offer').then((module) => module.RegionOffer));

type Props = {
  form: DialFormState;
  /** For the field to point at. */
  id: string;
  /** Why something may not be dialed at all. */
  refusalOf?(dialed: Dialed): string | undefined;
  /** Where a number without a country may get one. */
  offer?: Omit<ComponentProps<typeof Offer>, 'numbers'>;
};

/** What would be dialed, before it is, or why it would not; and how to have it otherwise. */
export function DestinationHint({ form, id, refusalOf, offer }: Props) {
  const found = form.detection.found.value;
  if (!found || form.errors.value.destination) return null;
  const [isChosen, exact] = [form.isProtocolChosen.value, form.isExact.value];
  const { destination, protocol, dtmf_sequence } = form.outgoing.value;
  const names: Record<string, string> = STRINGS.choices.protocol;
  const contradicts = isChosen && !exact && found.protocol !== 'auto' && found.protocol !== protocol;
  const differs = !exact && found.destination !== '' && destination !== form.draft.value.destination.trim();
  // An address says nothing more than that it is one.
  const saysProtocol = isChosen || exact || found.kind === 'address';
  const label = saysProtocol ? (names[protocol] ?? protocol) : DETECT_STRINGS.kinds[found.kind];
  const isNothing = found.destination === '' && !exact && !isChosen;
  const refusal = isNothing ? undefined : refusalOf?.({ destination: destination.trim() });
  const cannot = isNothing || refusal !== undefined;
  const tones = exact || dtmf_sequence !== found.tones ? undefined : found.tones;
  return (
    <div class="destination-hint">
      <p id={id} class="help">
        {cannot
          ? cannotDial(found.kind === 'address' && protocol === 'auto' ? '' : label)
          : (exact ? DETECT_STRINGS.asTyped : DETECT_STRINGS.willDial)({
              label,
              destination: destination.trim(),
            })}
        {refusal && ` ${refusal}`}
        {!cannot && tones && `, ${DETECT_STRINGS.thenTones(tones)}`}
        {!exact && !refusal && found.notes.length > 0 && `${cannot ? '' : '.'} ${notesOn(found)}`}
        {contradicts && `. ${DETECT_STRINGS.addressSays(names[found.protocol] ?? '')}`}
      </p>
      {offer && !exact && found.notes.includes('no-region') && (
        <RegionOffer {...offer} numbers={[found.destination]} />
      )}
      {contradicts && (
        <button type="button" class="plain" onClick={form.unchooseProtocol}>
          {DETECT_STRINGS.use(names[found.protocol] ?? '')}
        </button>
      )}
      {differs && (
        <button type="button" class="plain" onClick={() => form.setExact(true)}>
          {DETECT_STRINGS.useAsTyped}
        </button>
      )}
      {exact && (
        <button type="button" class="plain" onClick={() => form.setExact(false)}>
          {DETECT_STRINGS.detectAgain}
        </button>
      )}
    </div>
  );
}

const cannotDial = (label: string) => (label ? DETECT_STRINGS.cannot(label) : DETECT_STRINGS.cannotDial);
