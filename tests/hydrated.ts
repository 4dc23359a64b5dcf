interface Fiber {
  return: Fiber | null;
  child: Fiber | null;
  sibling: Fiber | null;
  alternate: Fiber | null;
  stateNode: { current?: Fiber };
}

/** Whether everything that a selector finds answers keys and clicks. For `page.waitForFunction`, so it leans on nothing outside it.
 * React names its fiber on an element while it still prepares the tree, and binds keys when it commits it: so each fiber has to be
 * reached from the tree that stands. */
export function hydrated(selector: string): boolean {
  const elements = [...document.querySelectorAll(selector)];
  return elements.every((element) => {
    const key = Object.keys(element).find((name) => name.startsWith("__reactFiber$"));
    const path: Fiber[] = [];
    let fiber = key ? (element as unknown as Record<string, Fiber | null>)[key] : null;
    for (; fiber; fiber = fiber.return) path.unshift(fiber);
    let at: Fiber | null | undefined = path.shift()?.stateNode.current;
    for (const next of path) {
      at = at?.child;
      while (at && at !== next && at !== next.alternate) at = at.sibling;
    }
    return Boolean(at);
  });
}
