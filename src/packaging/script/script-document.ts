import { PackagingError } from '../dmapp/packaging-error.ts';
import type { ScriptSource } from '../solution/script-sources.ts';
import { positionIn } from '../xml/source-position.ts';
import {
  attributeOf,
  childElements,
  decodeReferences,
  localName,
  textOf,
  type XmlCdata,
  type XmlElement,
} from '../xml/xml-node.ts';
import { type Placeholder, placeholderIn } from './placeholder.ts';

/** A script as it is read from its XML file (packaging spec 4.3). */
export interface ScriptDocument {
  readonly name: string;
  /** Its folder and file name in the package: its own name, or that of its project (packaging spec 17.3). */
  readonly packagedAs: string;
  /** How messages name the file. */
  readonly shown: string;
  readonly source: ScriptSource;
  /** The C# blocks, in order; other blocks are left alone. */
  readonly exes: readonly CSharpExe[];
}

/** A C# block of a script. */
export interface CSharpExe {
  readonly id: number;
  readonly element: XmlElement;
  /** The element `Script` that holds it. */
  readonly parent: XmlElement;
  readonly value: XmlElement | undefined;
  readonly code: string;
  readonly placeholder: Placeholder | undefined;
  readonly libraryName: string | undefined;
  readonly isPreCompiled: boolean;
  /** `file:line:column` of the block. */
  readonly where: string;
}

/** Characters that a script's name cannot have on a DataMiner System (packaging spec 4.3). */
const illegalInNames = /[\\/:*?"<>|°;\p{Cc}]/u;

/**
 * Reads name and C# blocks of a script.
 * @param projectName what the script is called in the package, if not by its own name
 * @throws PackagingError `malformed-script` or `illegal-name`
 */
export function readScript(source: ScriptSource, shown: string, projectName?: string): ScriptDocument {
  const { root } = source.document;
  const nameElement = childElements(root, 'Name')[0];
  const name = nameElement === undefined ? '' : textOf(nameElement).trim();
  if (name === '') {
    throw new PackagingError('malformed-script', 'The script has no name.', {
      where: shown,
      next: 'Add a Name element to DMSScript.',
    });
  }
  if (illegalInNames.test(name) || /[. ]$/.test(name)) {
    throw new PackagingError('illegal-name', `'${name}' is no legal name for a script.`, {
      where: positionIn(shown, source.source, nameElement?.offset ?? 0),
      next: 'Use a name without \\ / : * ? " < > | ° ; and control characters that does not end in a dot.',
    });
  }
  const exes = childElements(root, 'Script').flatMap((parent) =>
    childElements(parent, 'Exe').flatMap((element) => exeOf(element, parent, source, shown) ?? []),
  );
  return { name, packagedAs: projectName ?? name, shown, source, exes };
}

/** The parameters of a block of one type, the type compared without case; `attributes` names too. */
export function paramsOf(exe: XmlElement, type: string): XmlElement[] {
  return childElements(exe, 'Param').filter((param) => typeOf(param).toLowerCase() === type.toLowerCase());
}

function typeOf(element: XmlElement): string {
  const name = element.attributes.find((attribute) => attribute.name.toLowerCase() === 'type')?.name;
  return name === undefined ? '' : (attributeOf(element, name) ?? '');
}

function exeOf(element: XmlElement, parent: XmlElement, source: ScriptSource, shown: string): CSharpExe | undefined {
  const where = positionIn(shown, source.source, element.offset ?? 0);
  const id = attributeOf(element, 'id')?.trim() ?? '0';
  if (!/^-?\d+$/.test(id)) {
    throw new PackagingError('malformed-script', `The Exe id '${id}' is no number.`, {
      where,
      next: 'Give each Exe a whole number as its id.',
    });
  }
  if (typeOf(element).toLowerCase() !== 'csharp') {
    return undefined;
  }
  const value = childElements(element, 'Value')[0];
  const code = value === undefined ? '' : codeOf(value, where);
  return {
    id: Number(id),
    element,
    parent,
    value,
    code,
    placeholder: placeholderIn(code),
    libraryName: paramsOf(element, 'libraryName').map(textOf).at(-1),
    isPreCompiled: paramsOf(element, 'preCompile').some((param) => textOf(param).trim().toLowerCase() === 'true'),
    where,
  };
}

/** The first CDATA section, else the text, in which pieces of white space between comments do not count. */
function codeOf(value: XmlElement, where: string): string {
  const cdata = value.children.find((node): node is XmlCdata => node.kind === 'cdata');
  if (cdata !== undefined) {
    return cdata.text;
  }
  if (childElements(value).length > 0) {
    throw new PackagingError(
      'malformed-script',
      `The Value of the Exe holds the element ${localName(childElements(value)[0] as XmlElement)} instead of code.`,
      {
        where,
        next: 'Put the code, or the mark [Project:NAME], into a CDATA section.',
      },
    );
  }
  return value.children
    .map((node) => (node.kind === 'text' ? decodeReferences(node.raw) : ''))
    .filter((text) => text.trim() !== '')
    .join('');
}
