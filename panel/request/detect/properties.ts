/** A line of a calendar entry or a contact: `ATTENDEE;CN=Bob:mailto:bob@x`, `TEL;TYPE=WORK:+47…`. */
const PROPERTY =
  /^(?:item\d+\.)?(?:TEL|EMAIL|IMPP|URL|CONTACT|LOCATION|ATTENDEE|ORGANIZER|X-[A-Z\d-]+)(?<parameters>(?:;[A-Z-]+(?:=(?:"[^"]*"|[^:;"]*))?)*):(?<value>\S.*)$/;

/** The same in small letters, where it has parameters: without them, it is a label of people's own. */
const OWN_CASE = /^(?:item\d+\.)?(?:tel|email|impp|url|x-sip)(?:;[a-z-]+(?:=(?:"[^"]*"|[^:;"]*))?)+:(?=\S)/i;

/** The destination in a request, as a command has it: `-d '{"destination": "alice@x"}'`. */
const IN_REQUEST =
  /(?:^|[\s"'{&?,])destination\\?["']?\s*(?:=|:(?=\s*\\?["']))\s*(?:\\?(["'])([^"'\\]+)\\?\1|([^\s"'&,;{}\\]+))/i;

/** A field of JSON, HTML or a settings file, with its value in quotes: `"destination": "alice@x",`. */
const FIELD = /^[{[]?\s*["']?[a-z][\w-]*["']?\s*[:=]\s*(["'])(?<value>[^"']+)\1\s*[,;}\]]*$/i;

/** The names of a mail's lines with addresses. */
const HEADER = /^(?:to|cc|bcc|from|sender|reply-to):\s+(?=.*@)/i;

const IS_LINK = /^[a-z][a-z+]*:\/\/\S*$/i;

/** What a spreadsheet takes for text: `="+47…"`. */
const FORMULA = /^=\s*(["'])(?<value>[^"']+)\1$/;

/** Returns what stands in a line of another format, with the name that it gives; other lines as they are. */
export function withoutProperty(line: string): string {
  const { parameters, value } = PROPERTY.exec(line)?.groups ?? {};
  if (value !== undefined) {
    const [, quoted, plain] = /;CN=(?:"([^"]*)"|([^:;"]*))/.exec(parameters ?? '') ?? [];
    const name = quoted ?? plain;
    return name && !value.includes('<') ? `${name} <${value}>` : value;
  }
  const field = (FORMULA.exec(line) ?? FIELD.exec(line))?.groups?.value;
  if (field !== undefined) return field;
  const [, , inQuotes, bare] = (!IS_LINK.test(line) && IN_REQUEST.exec(line)) || [];
  return inQuotes ?? bare ?? line.replace(HEADER, '').replace(OWN_CASE, '');
}
