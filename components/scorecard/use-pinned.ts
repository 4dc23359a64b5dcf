import { type RefObject, useEffect } from "react";

/** Marks a frame (data-scrolls) while its table is wider than it is. */
export function usePinned(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = frame.current;
    const table = box?.firstElementChild;
    if (!box || !table) return;
    const watch = new ResizeObserver(() => box.toggleAttribute("data-scrolls", box.scrollWidth > box.clientWidth));
    watch.observe(box);
    watch.observe(table);
    return () => watch.disconnect();
  }, [frame]);
}
