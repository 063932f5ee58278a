/** The narrative as plain block data. Deep or odd nodes end as empty ones; nothing here can overflow the stack. */

import * as Y from 'yjs';
import type { Json, Mark, NarrativeElement, NarrativeNode } from '../plan/narrative.ts';
import { isRecord } from './read-values.ts';

/** A list in a quote in a table cell is about twelve deep; hostile documents are thousands. */
const DEEPEST = 32;

export function readBlock(node: Y.XmlElement | Y.XmlText | Y.XmlHook): NarrativeElement {
  if (node instanceof Y.XmlText) return { type: 'paragraph', ...content(readText(node)) };
  if (!(node instanceof Y.XmlElement)) return { type: 'paragraph' };
  return readElement(node, 0);
}

function readElement(element: Y.XmlElement, depth: number): NarrativeElement {
  const attrs: Record<string, Json> = {};
  for (const [key, value] of Object.entries(element.getAttributes())) {
    if (isJson(value, 0)) attrs[key] = value;
  }
  const children: NarrativeNode[] = [];
  if (depth < DEEPEST) {
    for (const child of element.toArray()) {
      if (child instanceof Y.XmlText) children.push(...readText(child));
      else if (child instanceof Y.XmlElement) children.push(readElement(child, depth + 1));
    }
  }
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...content(children),
  };
}

function content(nodes: NarrativeNode[]): { content?: NarrativeNode[] } {
  return nodes.length > 0 ? { content: nodes } : {};
}

function readText(text: Y.XmlText): NarrativeNode[] {
  const nodes: NarrativeNode[] = [];
  for (const part of text.toDelta() as { insert?: unknown; attributes?: unknown }[]) {
    if (typeof part.insert !== 'string' || part.insert === '') continue;
    const marks = readMarks(part.attributes);
    nodes.push({ type: 'text', text: part.insert, ...(marks.length > 0 ? { marks } : {}) });
  }
  return nodes;
}

function readMarks(attributes: unknown): Mark[] {
  if (!isRecord(attributes)) return [];
  const marks: Mark[] = [];
  for (const key of Object.keys(attributes).sort()) {
    const value = attributes[key];
    if (value === null || value === undefined || value === false) continue;
    // Marks that may overlap themselves are stored as `name--hash`.
    const type = key.replace(/--[A-Za-z0-9+/=]{8}$/, '');
    const attrs =
      isRecord(value) && Object.keys(value).length > 0 && isJson(value, 0)
        ? (value as Record<string, Json>)
        : undefined;
    marks.push({ type, ...(attrs ? { attrs } : {}) });
  }
  return marks;
}

function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return isRecord(value) && Object.values(value).every((item) => isJson(item, depth + 1));
}
