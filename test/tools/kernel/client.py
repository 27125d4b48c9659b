"""A kernel and its client, driven by lines of JSON: what client.ts stands on.

usage: client.py SPEC        starts a kernel with this spec (JSON of a kernel.json; "cwd" beside it)
       client.py --file F    connects to the kernel of this connection file

Reads commands {"id": n, "do": "...", ...}, a line each, and answers {"id": n, "result": ...} or
{"id": n, "error": "..."}. Tells each message that comes as {"channel": "...", "message": {...}},
with its buffers in base64.
"""

import base64
import json
import os
import sys

import zmq
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpec

CHANNELS = ("shell", "iopub", "stdin", "control")


def tell(**line):
    print(json.dumps(line, default=str), flush=True)


def start(spec):
    """A manager of a kernel that has been started with this spec."""
    cwd = spec.pop("cwd")
    manager = KernelManager(kernel_name="tslab")
    manager._kernel_spec = KernelSpec(**spec)
    # Standard output is ours alone: Node would make it non-blocking under us.
    manager.start_kernel(cwd=cwd, stdout=sys.stderr)
    return manager


if sys.argv[1] == "--file":
    manager = None
    client = BlockingKernelClient(connection_file=sys.argv[2])
    client.load_connection_file()
else:
    manager = start(json.loads(sys.argv[1]))
    client = manager.blocking_client()
client.start_channels(hb=False)
sockets = {name: getattr(client, f"{name}_channel").socket for name in CHANNELS}
beat = client.context.socket(zmq.REQ)
beat.linger = 0
beat.connect(client._make_url("hb"))


def send(command):
    """Sends a message and gives its id back."""
    message = client.session.msg(command["type"], command["content"])
    message["metadata"].update(command.get("metadata", {}))
    buffers = [base64.b64decode(b) for b in command.get("buffers", [])]
    client.session.send(sockets[command["channel"]], message, buffers=buffers or None)
    return message["header"]["msg_id"]


def send_raw(command):
    """Sends frames as they are."""
    frames = [base64.b64decode(f) for f in command["frames"]]
    sockets[command["channel"]].send_multipart(frames)


def heartbeat(command):
    """Whether the kernel's heart beats within so many milliseconds."""
    beat.send(b"ping")
    return bool(beat.poll(command["ms"])) and beat.recv() == b"ping"


commands = {
    "send": send,
    "raw": send_raw,
    "heartbeat": heartbeat,
    "interrupt": lambda _: manager.interrupt_kernel(),
    "restart": lambda _: manager.restart_kernel(),
    "shutdown": lambda command: manager.shutdown_kernel(now=command["now"]),
    "exit code": lambda _: manager.provisioner.process.wait(),
}


def receive(name):
    """Tells all that waits on a channel."""
    while sockets[name].poll(0):
        try:
            _, frames = client.session.feed_identities(sockets[name].recv_multipart())
            message = client.session.deserialize(frames)
        except Exception as error:
            tell(broken=name, reason=repr(error))
            continue
        message["buffers"] = [base64.b64encode(bytes(b)).decode() for b in message["buffers"]]
        tell(channel=name, message=message)


def obey(line):
    command = json.loads(line)
    try:
        tell(id=command["id"], result=commands[command["do"]](command))
    except Exception as error:
        tell(id=command["id"], error=repr(error))


poller = zmq.Poller()
for socket in (*sockets.values(), sys.stdin.fileno()):
    poller.register(socket, zmq.POLLIN)
tell(started=(manager or client).connection_file, pid=manager and manager.provisioner.pid)
rest, died = b"", False
while True:
    ready = dict(poller.poll(500))
    if manager is not None and not died and manager.provisioner.process.poll() is not None:
        died = True
        tell(died=manager.provisioner.process.poll())
    for name in CHANNELS:
        receive(name)
    if sys.stdin.fileno() not in ready:
        continue
    data = os.read(sys.stdin.fileno(), 1 << 20)
    if not data:
        break
    *lines, rest = (rest + data).split(b"\n")
    for line in lines:
        obey(line)
client.stop_channels()
if manager is not None and manager.is_alive():
    manager.shutdown_kernel(now=True)
