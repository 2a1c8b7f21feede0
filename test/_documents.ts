// Makes requests of the documents, as `vf-mock contract` does. It comes from the sources also where the package is tested:
// what answers those requests does not come from here.
export { operationsOf, resolveReference } from '../src/openapi/document.ts';
export type { DocumentedOperation, DocumentName, Parameter, Schema } from '../src/openapi/document.ts';
export { mutationsOf, type RequestDraft } from '../src/contract/mutations.ts';
