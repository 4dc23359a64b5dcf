"use client";
import { useEffect } from "react";

const pageNow = () => location.pathname + location.search;

/** An anchor within a page makes an entry of the history that the router does not know: Back to it from another page would change
 * the address and leave that page standing. The entry gets the state of the one that it was made from; the router reads the page
 * anew for one that has another. */
export function HashEntries() {
  useEffect(() => {
    let left = { page: pageNow(), state: history.state };
    const note = () => {
      left = { page: pageNow(), state: history.state };
    };
    const adopt = () => {
      if (history.state === null) history.replaceState(left.page === pageNow() ? left.state : {}, "");
    };
    addEventListener("click", note, true);
    addEventListener("hashchange", adopt);
    return () => {
      removeEventListener("click", note, true);
      removeEventListener("hashchange", adopt);
    };
  }, []);
  return null;
}
