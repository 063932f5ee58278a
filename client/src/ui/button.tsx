import type { ComponentPropsWithRef } from 'react';
import { Tooltip } from './tooltip.tsx';
import './button.css';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly look?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'small' | 'normal';
}

export function Button({ look = 'plain', size = 'normal', className = '', ...rest }: ButtonProps) {
  return <button type="button" className={`button ${look} ${size} ${className}`} {...rest} />;
}

interface IconButtonProps extends ComponentPropsWithRef<'button'> {
  /** What it does, for those who do not see the icon and as the tip of those who do. */
  readonly label: string;
}

export function IconButton({ label, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button type="button" aria-label={label} className={`icon-button ${className}`} {...rest} />
    </Tooltip>
  );
}
