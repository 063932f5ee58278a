/** Keeps the rest of the page when one part of it breaks. React knows no other way than a class. */

import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Stands in the place of what broke. */
  readonly fallback: (error: unknown, again: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly broken: { readonly error: unknown } | undefined;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { broken: { error } };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken === undefined) return this.props.children;
    return this.props.fallback(broken.error, () => this.setState({ broken: undefined }));
  }
}

/** A part of the app that could not be loaded, as browsers and Vite say it. */
export function isMissingPart(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script|preload CSS/i.test(error.message)
  );
}
