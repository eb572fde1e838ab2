import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';

export interface ColumnChoiceProps {
  /** On the button, and what the menu is called. */
  word: string;
  label: string;
  columns: readonly { key: string; title: string }[];
  isShown(column: string): boolean;
  onToggle(column: string): void;
}

/** Which columns a list shows. */
export function ColumnChoice({ word, label, columns, isShown, onToggle }: ColumnChoiceProps) {
  const items = columns.map(({ key, title }) => ({
    key,
    label: title,
    role: 'menuitemcheckbox',
    'aria-checked': isShown(key),
    icon: <CheckOutlined aria-hidden="true" style={{ visibility: isShown(key) ? 'visible' : 'hidden' }} />,
  }));
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      placement="bottomRight"
      getPopupContainer={(button) => button.closest<HTMLElement>('main') ?? document.body}
      menu={{ items, onClick: ({ key }) => onToggle(key) }}
    >
      <Button aria-label={label} aria-haspopup="menu">
        {word} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}
