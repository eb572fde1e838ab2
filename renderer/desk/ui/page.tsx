import { Flex, Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';

export interface PageProps {
  title: string;
  /** What the window is called where the title names a person: a browser keeps its windows' names on the disk. */
  windowTitle?: string;
  /** What stands beside the title: a name, a state, a mark. */
  beside?: ReactNode;
  /** Buttons of the whole page, at the right of its title. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One screen inside the frame: a title line that stays, and the work under it, which scrolls by itself. */
export function Page({ title, windowTitle = title, beside, actions, children }: PageProps) {
  useEffect(() => {
    document.title = windowTitle;
  }, [windowTitle]);
  return (
    <section className="page" aria-label={title}>
      <Flex className="page-head" align="center" gap={12}>
        <Typography.Title level={1} className="page-title">
          {title}
        </Typography.Title>
        {beside}
        <Flex className="page-actions" gap={8} align="center">
          {actions}
        </Flex>
      </Flex>
      <div className="page-body">{children}</div>
    </section>
  );
}
