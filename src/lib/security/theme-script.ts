/**
 * Runs in the head before the first paint, so that a remembered theme does not flash.
 * Its hash stands in the content security policy; it is inline because a request would come too late.
 */
export const themeScript =
  "try{const t=localStorage.getItem('wayline:theme');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";
