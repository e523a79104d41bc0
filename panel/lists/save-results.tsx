import { LIST_STRINGS } from '../../strings/lists';
import { download } from '../files/download';
import { reportAsCsv, reportAsJUnit } from '../state/call-report';
import { MenuItems } from '../ui/menu-items';
import { MoreMenu } from '../ui/more-menu';
import type { Row } from './run';

type Props = { rows: readonly Row[] };

/** Saves the results as a file for spreadsheets. */
export const saveAsCsv = (rows: readonly Row[]): void =>
  download('dial-out.csv', 'text/csv', reportAsCsv(rows));

const saveAsJUnit = (rows: readonly Row[]): void =>
  download('dial-out.xml', 'application/xml', reportAsJUnit(rows, new Date()));

/** Saves results: for people with one press, for build servers behind it. */
export function SaveResults({ rows }: Props) {
  return (
    <div class="save-results">
      <button type="button" onClick={() => saveAsCsv(rows)}>
        {LIST_STRINGS.exportCsv}
      </button>
      <MoreMenu label={LIST_STRINGS.moreFormats}>
        {() => (
          <MenuItems>
            {(choose) => (
              <button type="button" onClick={choose(() => saveAsJUnit(rows))}>
                {LIST_STRINGS.exportJUnit}
              </button>
            )}
          </MenuItems>
        )}
      </MoreMenu>
    </div>
  );
}
