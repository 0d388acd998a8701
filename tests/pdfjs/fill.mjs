// Fills in a PDF with pdf.js, as somebody does in Firefox, and saves it.
// node fill.mjs IN OUT ANSWERS: ANSWERS is a file of JSON, {"name of a field": text, true or false for a box, or
// the mark to choose of several}.
import { readFile, writeFile } from "node:fs/promises";

// Browsers have these; pdf.js wants them to be there, but nothing is drawn here.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");

const [source, target, answers] = process.argv.slice(2);
const left = new Map(Object.entries(JSON.parse(await readFile(answers, "utf-8"))));
const done = new Set();
const paper = await getDocument({ data: new Uint8Array(await readFile(source)), verbosity: VerbosityLevel.ERRORS }).promise;
for (let number = 1; number <= paper.numPages; number += 1) {
  const page = await paper.getPage(number);
  for (const field of await page.getAnnotations()) {
    if (!left.has(field.fieldName)) continue;
    const answer = left.get(field.fieldName);
    paper.annotationStorage.setValue(field.id, { value: field.radioButton ? field.buttonValue === answer : answer });
    if (!field.radioButton || field.buttonValue === answer) done.add(field.fieldName);
  }
}
const lost = [...left.keys()].filter((name) => !done.has(name));
if (lost.length) throw new Error(`no such fields: ${lost.join(", ")}`);
await writeFile(target, await paper.saveDocument());
