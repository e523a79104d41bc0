import { useEffect, useState } from 'preact/hooks';
import { STRINGS } from '../../strings/panel';
import { OPTIONAL_FIELDS } from './draft';
import { Field } from './field';
import type { FieldValues } from './form';
import './request.css';

/** The nine optional fields. A count beside the disclosure tells of values that are out of sight. */
export function MoreOptions({ form, idPrefix = '' }: { form: FieldValues; idPrefix?: string }) {
  const draft = form.draft.value;
  const set = OPTIONAL_FIELDS.filter((field) => draft[field].trim() !== '').length;
  // They are half of what the panel draws, and nobody sees them in its first frame.
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  const setId = `${idPrefix}options-set`;
  return (
    <div class="more-options">
      <details>
        <summary aria-describedby={setId}>{STRINGS.moreOptions}</summary>
        <div class="options">
          {isDrawn &&
            OPTIONAL_FIELDS.map((field) => (
              <Field key={field} form={form} field={field} idPrefix={idPrefix} />
            ))}
        </div>
      </details>
      <p class="options-set" id={setId}>
        {set > 0 && STRINGS.optionsSet(set)}
      </p>
    </div>
  );
}
