import { App } from 'antd';

export interface Question {
  title: string;
  content: string;
  okText: string;
  cancelText: string;
}

/** Asks yes or no; the answer comes when the dialog is gone, so that it takes the focus from nothing that follows. */
export function useAsk(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  return (question) =>
    new Promise((resolve) => {
      let yes = false;
      const onOk = () => {
        yes = true;
      };
      void modal.confirm({ ...question, onOk, afterClose: () => resolve(yes) });
    });
}
