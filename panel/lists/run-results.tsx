import { formatSeconds } from '../../locales/format-seconds';
import { LIST_STRINGS } from '../../strings/lists';
import type { Row } from './run';

/** What has come of each destination. */
export function RunResults({ rows }: { rows: readonly Row[] }) {
  return (
    <table class="results" aria-label={LIST_STRINGS.results}>
      <thead>
        <tr>
          <th scope="col">{LIST_STRINGS.columns.destination}</th>
          <th scope="col">{LIST_STRINGS.columns.outcome}</th>
          <th scope="col" class="number">
            {LIST_STRINGS.columns.duration}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // By position, since two may be alike and none ever moves.
          <Line key={index} row={row} id={`list-result-${index}`} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row: { target, result }, id }: { row: Row; id: string }) {
  const detail =
    'error' in target ? LIST_STRINGS.line({ line: target.line, error: target.error }) : result.detail;
  return (
    <>
      <tr class={`result-${result.outcome}`}>
        <th scope="row" id={id}>
          <bdi>{target.name}</bdi>
        </th>
        <td>{LIST_STRINGS.outcomes[result.outcome]}</td>
        <td class="number">{result.seconds !== undefined && formatSeconds(result.seconds)}</td>
      </tr>
      {/* In the full width: in a column, a sentence would be as tall as many rows. */}
      {detail && (
        <tr class="reason">
          <td colSpan={3} headers={id}>
            <span class="detail">{detail}</span>
          </td>
        </tr>
      )}
    </>
  );
}
