/**
 * Runs in the head before the first paint, so that a remembered theme does not flash, and the start page shows at once what
 * fits: `data-returning` says that this browser keeps something of its reader.
 * Its hash stands in the content security policy; it is inline because a request would come too late.
 */
export const themeScript =
  "try{const s=localStorage,d=document.documentElement.dataset,t=s.getItem('wayline:theme');if(t==='light'||t==='dark')d.theme=t;if(['progress','practice','labs','plan','notes'].some(k=>s.getItem('wayline:'+k)))d.returning=''}catch{}";
