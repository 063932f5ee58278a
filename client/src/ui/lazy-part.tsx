/**
 * A part of the page that is loaded when it is first needed, or a little before. React's own `lazy` remembers a
 * failure for good and throws it through the page; here `missing` stands in its place, and the next use tries again.
 */

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export interface LazyPart<Props> {
  readonly read: () => ComponentType<Props> | undefined;
  /** Whether it is here now. Ahead of time nobody waits for the answer. */
  readonly load: () => Promise<boolean>;
}

export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<boolean> | undefined;
  return {
    read: () => loaded,
    load: () => {
      loading ??= load().then(
        (component) => {
          loaded = component;
          return true;
        },
        () => {
          // Offline before it came: `missing` says so, and the next use asks anew.
          loading = undefined;
          return false;
        },
      );
      return loading;
    },
  };
}

interface LazyProps<Props> {
  readonly part: LazyPart<Props>;
  readonly props: Props;
  readonly missing: ReactNode;
}

export function Lazy<Props extends object>({ part, props, missing }: LazyProps<Props>): ReactNode {
  const [isMissing, setMissing] = useState<boolean>();
  useEffect(() => {
    if (part.read() !== undefined) return;
    let isCurrent = true;
    void part.load().then((isHere) => {
      if (isCurrent) setMissing(!isHere);
    });
    return () => {
      isCurrent = false;
    };
  }, [part]);
  const View = part.read();
  if (View !== undefined) return <View {...props} />;
  return isMissing === true ? missing : null;
}
