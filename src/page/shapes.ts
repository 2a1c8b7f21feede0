import type { components } from '../generated/admin.ts';

type Schemas = components['schemas'];

export type Summary = Schemas['Summary'];
export type Row = Schemas['ExchangeRow'];
export type RowList = Schemas['ExchangeRowList'];
export type Exchange = Schemas['Exchange'];
export type Story = Schemas['RecordStory'];
export type Verdicts = Schemas['Verdicts'];
