import { OPTIONAL_FIELDS } from '../draft';
import type { PanelStore } from '../store';
import { WORDS } from '../words';
import { Field } from './field';

/** The nine optional fields. A count beside the disclosure tells of values that are out of sight. */
export function MoreOptions({ store }: { store: PanelStore }) {
  const draft = store.draft.value;
  const set = OPTIONAL_FIELDS.filter((field) => draft[field].trim() !== '').length;
  return (
    <div class="more-options">
      <details>
        <summary aria-describedby="options-set">{WORDS.moreOptions}</summary>
        <div class="options">
          {OPTIONAL_FIELDS.map((field) => (
            <Field key={field} store={store} field={field} />
          ))}
        </div>
      </details>
      <p class="options-set" id="options-set">
        {set > 0 && WORDS.optionsSet(set)}
      </p>
    </div>
  );
}
