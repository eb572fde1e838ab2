import { useCallback, useEffect, useRef, useState } from 'react';
import { type CameraTrouble, cameraTrouble } from './camera-trouble.ts';

export interface CameraDevice {
  id: string;
  /** As the system calls it; empty until a camera was allowed once. */
  name: string;
}

export interface Camera {
  devices: readonly CameraDevice[];
  /** The camera that is on, or was chosen last. */
  deviceId: string | undefined;
  stream: MediaStream | undefined;
  starting: boolean;
  trouble: CameraTrouble | undefined;
  /** Lights the camera: that one, or the one chosen last, or any. */
  start(deviceId?: string): void;
  stop(): void;
}

/** The camera that was chosen last, until the desk is loaded again. */
let chosen: string | undefined;

/**
 * A camera in the hands of one component, video only. Its light is off before `start`, after `stop`, and as soon as the component goes:
 * closing a dialog, leaving a page and locking the desk all take the component away.
 */
export function useCamera(): Camera {
  const [state, setState] = useState<Pick<Camera, 'stream' | 'starting' | 'trouble'>>(off);
  const [devices, setDevices] = useState<readonly CameraDevice[]>([]);
  const [deviceId, setDeviceId] = useState(chosen);
  /** Counts wishes: a camera that answers after it was stopped, or after another was wished for, is put out again. */
  const wish = useRef(0);
  const lit = useRef<MediaStream | undefined>(undefined);

  const putOut = useCallback(() => {
    wish.current += 1;
    for (const track of lit.current?.getTracks() ?? []) track.stop();
    lit.current = undefined;
  }, []);
  const stop = useCallback(() => {
    putOut();
    setState(off);
  }, [putOut]);
  const start = useCallback(
    async (wished = chosen) => {
      putOut();
      const mine = wish.current;
      setState({ stream: undefined, starting: true, trouble: undefined });
      try {
        const stream = await openCamera(wished);
        if (mine !== wish.current) return stopTracks(stream);
        lit.current = stream;
        chosen = stream.getVideoTracks()[0]?.getSettings().deviceId ?? wished;
        setDeviceId(chosen);
        // Pulled out of its socket, a camera ends its track; `stop` of ours does not say so.
        stream.getVideoTracks()[0]?.addEventListener('ended', () => {
          if (lit.current === stream) setState({ stream: undefined, starting: false, trouble: 'unplugged' });
        });
        setState({ stream, starting: false, trouble: undefined });
      } catch (error) {
        if (mine === wish.current) setState({ stream: undefined, starting: false, trouble: cameraTrouble(error) });
      }
      setDevices(await listCameras());
    },
    [putOut],
  );
  useEffect(() => {
    const list = () => void listCameras().then(setDevices);
    navigator.mediaDevices?.addEventListener('devicechange', list);
    return () => {
      navigator.mediaDevices?.removeEventListener('devicechange', list);
      putOut();
    };
  }, [putOut]);
  return { devices, deviceId, ...state, start, stop };
}

const off = { stream: undefined, starting: false, trouble: undefined };

const stopTracks = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** As sharp as it goes up to full HD: small print of a document is read from it. A chosen camera that is gone is no reason to have none. */
async function openCamera(deviceId: string | undefined): Promise<MediaStream> {
  const size = { width: { ideal: 1920 }, height: { ideal: 1080 } };
  const open = (which: MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({ audio: false, video: { ...size, ...which } });
  if (deviceId === undefined) return open({});
  try {
    return await open({ deviceId: { exact: deviceId } });
  } catch (error) {
    if (cameraTrouble(error) !== 'no-camera') throw error;
    return open({});
  }
}

async function listCameras(): Promise<CameraDevice[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return all
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}
