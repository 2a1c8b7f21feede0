/**
 * The colours of the report and of the page. Colour-blind people can tell those of Okabe and Ito apart. Shapes and hatches
 * show the same without colours. Prints are light.
 */
export const palette = `
:root {
  --ink: #1c2127; --soft: #515b66; --link: #005a8f; --page: #f5f7f9; --paper: #fff; --faint: #eef1f4;
  --line: #d9dee3; --tick: #e6eaee; --axis: #8a949e; --target: #b9d8ea; --alarm: #fdf3ec; --passed: #007d5b; --failed: #b84f00;
  --green: #009e73; --orange: #e69f00; --vermilion: #d55e00; --blue: #0072b2; --yellow: #f0e442;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  color-scheme: light;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e4e9ee; --soft: #a5b0bb; --link: #7cc4f0; --page: #0f1317; --paper: #181d23; --faint: #232a32;
    --line: #39424c; --tick: #2a3139; --axis: #7d8792; --target: #2f6486; --alarm: #35231b; --passed: #3cc79a; --failed: #ff8f52;
    --green: #00b386; --vermilion: #f0742c; --blue: #56b4e9;
    color-scheme: dark;
  }
}
`;
