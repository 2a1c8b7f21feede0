// Makes requests from the documents, as `vf-mock contract` does. It always comes from the sources, even in tests of the
// package. The code that answers these requests does not come from here.
export { operationsOf, resolveReference } from '../src/openapi/document.ts';
export type { DocumentedOperation, DocumentName, Parameter, Schema } from '../src/openapi/document.ts';
export { mutationsOf, type RequestDraft } from '../src/contract/mutations.ts';
