import {
  type FormElement,
  type FormInputValue,
  isFormChecklistElement,
  isFormRadioGroupElement,
  isFormSelectElement,
} from '@pexip/plugin-api';
import { element } from './dom';

/** A field of a plugin's form: what is shown, and how its value is read. */
interface Field {
  node: HTMLElement;
  read: () => FormInputValue;
}

function choices(
  name: string,
  legend: string,
  type: 'checkbox' | 'radio',
  options: readonly Option[],
): HTMLElement {
  const rows = options.map((option) => {
    const input = element('input', { type, name, value: option.value ?? option.id });
    input.checked = option.checked === true;
    return element('label', { class: 'choice' }, input, option.label);
  });
  return element('fieldset', {}, element('legend', {}, legend), ...rows);
}

interface Option {
  id: string;
  label: string;
  value?: string;
  checked?: boolean;
}

function selectField(key: string, field: Extract<FormElement, { type: 'select' }>): Field {
  const options = field.options.map(({ id, label }) => element('option', { value: id }, label));
  const select = element('select', { name: key }, ...options);
  if (field.selected) select.value = field.selected;
  return { node: element('label', {}, field.name, select), read: () => select.value };
}

function inputField(
  key: string,
  field: Exclude<FormElement, { type: 'select' | 'checklist' | 'radio' }>,
): Field {
  const input =
    field.type === 'textarea'
      ? element('textarea', { name: key })
      : element('input', { name: key, type: field.type });
  if ('placeholder' in field && field.placeholder) input.placeholder = field.placeholder;
  if (field.type === 'range' && input instanceof HTMLInputElement) {
    const { min, max, step, selectedValue } = field;
    for (const [name, value] of Object.entries({ min, max, step, value: selectedValue })) {
      if (value !== undefined) input.setAttribute(name, String(value));
    }
  } else if (field.type !== 'range') {
    input.value = field.value ?? '';
    input.required = field.isOptional !== true;
  }
  const isNumber = field.type === 'number' || field.type === 'range';
  return {
    node: element('label', {}, field.name, input),
    read: () => (isNumber ? Number(input.value) : input.value),
  };
}

/** Makes one field. The values' shapes are those of `MapFormReturn` in `@pexip/plugin-api`. */
export function makeField(key: string, field: FormElement): Field {
  if (isFormSelectElement(field)) return selectField(key, field);
  if (isFormChecklistElement(field)) {
    const node = choices(key, field.name, 'checkbox', field.options);
    const boxes = [...node.querySelectorAll('input')];
    return { node, read: () => Object.fromEntries(boxes.map(({ value, checked }) => [value, checked])) };
  }
  if (isFormRadioGroupElement(field)) {
    const options = field.options.map((option) => ({ ...option, checked: option.value === field.checked }));
    const node = choices(key, field.name, 'radio', options);
    const radios = [...node.querySelectorAll('input')];
    return { node, read: () => radios.find(({ checked }) => checked)?.value };
  }
  return inputField(key, field);
}
