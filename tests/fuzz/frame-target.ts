import fc from 'fast-check';
import { openStubDesk } from '../security/stub-desk.ts';
import { changed, crashed, type FuzzTarget } from './fuzz-target.ts';
import { mutatedBytes, mutatedText } from './mutated-bytes.ts';

const frames = [
  '{"i":"9","p":{"u":"/talents/get","b":{"json":{"personId":"0198c0de-0000-7000-8000-000000000001"}}}}',
  '{"i":"9","p":{"u":"/talents/search","b":{"json":{"text":"wang","limit":10},"meta":[[2,"text"]]}}}',
  '{"i":"9","t":4}',
  '{"i":"9","t":3,"p":{"e":"message","d":{}}}',
];
const multipart = Buffer.concat([
  Buffer.from('{"i":"9","p":{"u":"/attachments/put","h":{"content-type":"multipart/form-data; boundary=x"}}}'),
  Buffer.from([255]),
  Buffer.from(
    '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":{"name":"a"},"meta":[],"maps":[["file"]]}\r\n--x--\r\n',
  ),
]);

/** What a page gone wrong could put on its port, below any client. The door goes on standing, and no handler acts. */
export async function frameTarget(): Promise<FuzzTarget<string | Uint8Array>> {
  const desk = openStubDesk();
  return {
    inputs: fc.oneof(mutatedText(...frames), mutatedBytes(Uint8Array.from(multipart))),
    run: async (frame) => {
      desk.acts.length = 0;
      desk.bugs.length = 0;
      desk.noise.length = 0;
      desk.port.postMessage(frame);
      // A frame may bear the number that the next call takes, and get that one's answer; a door that stands answers the one after.
      await desk.client.talents.recent().catch(() => desk.client.talents.recent());
      if (desk.bugs.length > 0) return crashed(desk.bugs[0]);
      if (desk.acts.length > 0) return changed(desk.acts.join());
      return desk.noise.length > 0 ? 'refused' : 'answered';
    },
    close: async () => desk.close(),
  };
}
