import { encodeText } from '../xml/write-xml.ts';
import { childElements, type XmlElement } from '../xml/xml-node.ts';

/**
 * Makes a script part of a DataMiner solution: `SolutionId` right after `Name`, in place of one that is there; without an id
 * the script is part of none (packaging spec 18). In place.
 */
export function setSolutionId(script: XmlElement, id: string): void {
  const { children } = script;
  for (const old of childElements(script, 'SolutionId')) {
    const index = children.indexOf(old);
    const before = children[index - 1];
    const isIndented = before?.kind === 'text' && before.raw.trim() === '';
    children.splice(isIndented ? index - 1 : index, isIndented ? 2 : 1);
  }
  const name = childElements(script, 'Name')[0];
  if (id === '' || name === undefined) {
    return;
  }
  const index = children.indexOf(name);
  const before = children[index - 1];
  const element: XmlElement = {
    kind: 'element',
    name: name.name.replace(/[^:]+$/, 'SolutionId'),
    attributes: [],
    children: [{ kind: 'text', raw: encodeText(id) }],
  };
  children.splice(index + 1, 0, ...(before?.kind === 'text' ? [before] : []), element);
}
