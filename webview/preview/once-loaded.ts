/** How long the page's own pictures are waited for, in milliseconds: some come from far away. */
const patience = 2000;

/**
 * Does something once the page has loaded, or would be waited for too long. VS Code (1.139) has one timer for all pages of a
 * preview: a page whose `load` comes while the next one is written stops the timer that would bring that one in, which
 * then stays hidden for good, and with it whatever is sent to it. So nothing of ours makes a page load late.
 */
export function onceLoaded(run: () => void): void {
  if (document.readyState === 'complete') {
    run();
    return;
  }
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    run();
  };
  addEventListener('load', once, { once: true });
  setTimeout(once, patience);
}
