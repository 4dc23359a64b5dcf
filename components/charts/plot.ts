/** Where the plot of a chart of columns lies in it, in pixels: what is drawn over it has to know. */
export const PLOT = { left: 44, top: 8, height: 208 };
