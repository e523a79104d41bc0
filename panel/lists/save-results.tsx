import { useEffect, useRef } from 'preact/hooks';
import { LIST_STRINGS } from '../../strings/lists';
import { download } from '../files/download';
import { reportAsCsv, reportAsJUnit } from '../state/call-report';
import { closeOnLeaving } from '../ui/close-on-leaving';
import { MoreMenu } from '../ui/more-menu';
import type { Row } from './run';

type Props = { rows: readonly Row[] };

export const saveAsCsv = (rows: readonly Row[]): void =>
  download('dial-out.csv', 'text/csv', reportAsCsv(rows));

/** Saves results: for people with one press, for build servers behind it. */
export function SaveResults({ rows }: Props) {
  return (
    <div class="save-results">
      <button type="button" onClick={() => saveAsCsv(rows)}>
        {LIST_STRINGS.exportCsv}
      </button>
      <MoreMenu label={LIST_STRINGS.moreFormats}>{() => <OtherFormats rows={rows} />}</MoreMenu>
    </div>
  );
}

function OtherFormats({ rows }: Props) {
  const items = useRef<HTMLDivElement>(null);
  useEffect(() => closeOnLeaving(items.current), []);
  const save = () => {
    const menu = items.current?.closest('details');
    menu?.querySelector('summary')?.focus();
    menu?.removeAttribute('open');
    download('dial-out.xml', 'application/xml', reportAsJUnit(rows, new Date()));
  };
  return (
    <div class="more-items" ref={items}>
      <button type="button" onClick={save}>
        {LIST_STRINGS.exportJUnit}
      </button>
    </div>
  );
}
