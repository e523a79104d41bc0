import { DIAL_FIELDS, type DialField } from '../../protocol/dial-fields';
import { STRINGS } from '../../strings/panel';

/**
 * What a column of a table holds: a field of the request, the name, the group, a PIN that is sent as tones,
 * or whether the destination is exact.
 */
type Column = DialField | 'name' | 'group' | 'pin' | 'as_typed';

/** Other names for columns, as address books and spreadsheets have them. */
const SYNONYMS: Readonly<Record<string, Column>> = {
  ...{ name: 'name', label: 'name', title: 'name', fullname: 'name', contact: 'name', room: 'name' },
  ...{ preset: 'name', presetname: 'name', group: 'group', astyped: 'as_typed', exact: 'as_typed' },
  ...{ address: 'destination', uri: 'destination', sip: 'destination', sipuri: 'destination' },
  ...{ sipaddress: 'destination', url: 'destination', link: 'destination', number: 'destination' },
  ...{ phone: 'destination', phonenumber: 'destination', telephone: 'destination', alias: 'destination' },
  ...{ dial: 'destination', dialstring: 'destination', videoaddress: 'destination', dtmf: 'dtmf_sequence' },
  ...{ tones: 'dtmf_sequence', overlay: 'text', pin: 'pin', pincode: 'pin', passcode: 'pin' },
  ...{ telefon: 'destination', telefonnummer: 'destination', rufnummer: 'destination', tlf: 'destination' },
  ...{ téléphone: 'destination', teléfono: 'destination', telefono: 'destination', الهاتف: 'destination' },
  ...{ adressesip: 'destination', sipadresse: 'destination', direcciónsip: 'destination' },
  ...{ nombre: 'name', nom: 'name', navn: 'name', raum: 'name', rom: 'name', salle: 'name', sala: 'name' },
  ...{ الاسم: 'name', email: 'destination', emailaddress: 'destination', mail: 'destination' },
  ...{ accesscode: 'pin', conferencepin: 'pin', meetingpin: 'pin', hostpin: 'pin', guestpin: 'pin' },
};

const plain = (header: string) =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:*"']/g, '');

/** Returns which column a header names, in English, as a field of the request or as the form labels it. */
function columnOf(header: string): Column | undefined {
  const name = plain(header);
  return (
    DIAL_FIELDS.find((field) => plain(field) === name) ??
    (Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined) ??
    DIAL_FIELDS.find((field) => plain(STRINGS.fields[field]) === name)
  );
}

/** What counts as the destination only where no other column is one. */
const isMail = (header: string): boolean => /mail/.test(plain(header));

/** The columns of a table in their order, and the headers of those that are not read. */
export type Columns = { columns: readonly (Column | undefined)[]; ignored: readonly string[] };

/** What no header has: an address, or a number that could be dialed. */
const ENTRY = /@|:\/\/|\d{5}|^\s*\+?\d+\s*$/;

/** Reads the headers of a table; `undefined` where none of them is for a destination. */
export function readColumns(headers: readonly string[]): Columns | undefined {
  // `Alice;alice@x;sip` is an entry, although *sip* could be a header.
  if (headers.some((header) => ENTRY.test(header))) return undefined;
  const all = headers.map(columnOf);
  const isNamed = all.some((column, at) => column === 'destination' && !isMail(headers[at] ?? ''));
  const found = all.map((column, at) => (isNamed && isMail(headers[at] ?? '') ? undefined : column));
  // Of two for the same, the one with the plain name counts, or else the first.
  const chosen = found.map((column, at) => {
    const same = found.flatMap((each, index) => (each === column ? [index] : []));
    const exact = same.find((index) => plain(headers[index] ?? '') === plain(column ?? ''));
    return column && (exact ?? same[0]) === at ? column : undefined;
  });
  if (!chosen.includes('destination')) return undefined;
  const ignored = headers.filter((header, at) => !chosen[at] && header.trim() !== '');
  return { columns: chosen, ignored: ignored.map((header) => header.trim()) };
}

/** Returns the cells of a record by column. */
export const cellsByColumn = (
  { columns }: Columns,
  cells: readonly string[],
): Partial<Record<Column, string>> =>
  Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, cells[at] ?? '']] : [])));
