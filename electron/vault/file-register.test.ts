import { describe, expect, it } from 'vitest';
import { FileRegister } from './file-register.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A folder and the register of it, as a start finds them. */
class Folder {
  readonly files = new Map<string, Uint8Array>();
  kept: Uint8Array | undefined;
  register = this.open();

  open(): FileRegister {
    return new FileRegister({
      kept: this.kept,
      save: async (saved) => {
        this.kept = saved;
      },
    });
  }

  async write(name: string, text: string): Promise<void> {
    await this.register.willBe(name, name, bytes(text));
    this.files.set(name, bytes(text));
    this.register.is(name, bytes(text));
  }

  async remove(name: string): Promise<void> {
    await this.register.willBe(name, name, undefined);
    this.files.delete(name);
    this.register.is(name, undefined);
  }

  /** What the next start tells. */
  start() {
    this.register = this.open();
    return this.register.compare(new Map([...this.files].map(([name, content]) => [name, { bytes: content, name }])));
  }
}

describe('the register of small files', () => {
  it('says nothing of a folder that is as it was left, with or without a close', async () => {
    const folder = new Folder();
    await folder.write('draft/1', 'one');
    await folder.write('draft/1', 'two');
    await folder.write('draft/2', 'three');
    await folder.remove('draft/2');
    expect(folder.start()).toEqual([]);
    await folder.register.close();
    expect(folder.start()).toEqual([]);
  });

  it('tells of a file that is gone, of an older copy, and of one that was removed and is back', async () => {
    const folder = new Folder();
    await folder.write('draft/1', 'one');
    await folder.write('draft/2', 'old');
    await folder.write('draft/2', 'new');
    await folder.write('draft/3', 'three');
    await folder.remove('draft/3');
    await folder.register.close();
    folder.files.delete('draft/1');
    folder.files.set('draft/2', bytes('old'));
    folder.files.set('draft/3', bytes('three'));
    expect(folder.start()).toEqual([
      { name: 'draft/1', how: 'gone' },
      { name: 'draft/2', how: 'other' },
      { name: 'draft/3', how: 'other' },
    ]);
  });

  it('a kill between the list and the file leaves one of the two, and no word', async () => {
    const folder = new Folder();
    await folder.write('draft/1', 'one');
    await folder.register.willBe('draft/1', 'draft/1', bytes('two'));
    expect(folder.start()).toEqual([]);
    await folder.register.willBe('draft/1', 'draft/1', bytes('two'));
    folder.files.set('draft/1', bytes('two'));
    expect(folder.start()).toEqual([]);
  });

  it('says nothing of one that was sealed anew, at whatever moment it was killed, and tells where both are gone', async () => {
    /** Killed amid it, with these on the disk. */
    const start = async (...names: string[]) => {
      const folder = new Folder();
      await folder.register.willBe('old', 'draft/1', bytes('old'));
      folder.register.is('old', bytes('old'));
      await folder.register.willBe('new', 'draft/1', bytes('new'));
      const onDisk = names.map((name) => [name, { bytes: bytes(name), name: 'draft/1' }] as const);
      return folder.open().compare(new Map(onDisk));
    };
    expect(await start('old')).toEqual([]);
    expect(await start('old', 'new')).toEqual([]);
    expect(await start('new')).toEqual([]);
    expect(await start()).toEqual([{ name: 'draft/1', how: 'gone' }]);
  });

  it('takes a folder from before there was a register as it is', () => {
    const folder = new Folder();
    folder.files.set('draft/1', bytes('one'));
    expect(folder.start()).toEqual([]);
  });
});
