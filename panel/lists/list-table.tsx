import { LIST_STRINGS } from '../../strings/lists';
import { STRINGS } from '../../strings/panel';
import type { Target } from './lines';

/** More rows than this are counted, not shown. */
const MAX_ROWS = 200;

/** What a table was read as, line by line, before anything of it is dialed. PINs and tones are hidden. */
export function ListTable({ targets }: { targets: readonly Target[] }) {
  const good = targets.flatMap((target) => ('request' in target ? [target] : []));
  const more = good.length - MAX_ROWS;
  return (
    <div class="list-table">
      <table aria-label={LIST_STRINGS.found}>
        <thead>
          <tr>
            <th scope="col">{LIST_STRINGS.columns.destination}</th>
            <th scope="col">{STRINGS.fields.protocol}</th>
            <th scope="col">{STRINGS.fields.role}</th>
            <th scope="col">{LIST_STRINGS.columns.pin}</th>
          </tr>
        </thead>
        <tbody>
          {good.slice(0, MAX_ROWS).map(({ name, request }, index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{name}</bdi>
                {name !== request.destination && (
                  <span class="detail">
                    <bdi dir="ltr">{request.destination}</bdi>
                  </span>
                )}
              </th>
              <td>{STRINGS.choices.protocol[request.protocol]}</td>
              <td>{STRINGS.choices.role[request.role]}</td>
              <td>{request.dtmf_sequence && '••••'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="help">{LIST_STRINGS.more(more)}</p>}
    </div>
  );
}
