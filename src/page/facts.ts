/** What the page says of an API. */
export interface VendorFacts {
  readonly vendor: string;
  /** The path that all paths of the API begin with. */
  readonly basePath: string;
  readonly operations: readonly string[];
}
