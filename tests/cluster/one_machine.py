"""A Slurm cluster of two virtual nodes on this machine, for tests: own configuration, own ports on loopback, own key, all
in a folder of its own. It needs no administrator and no systemd, and stops only what it started.
"""
import ctypes
import getpass
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PATH = os.environ["PATH"] + ":/usr/sbin:/sbin"
TOOLS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel", "sinfo")
NODES = ("one", "two")
PROCESSORS_PER_NODE = 2
SECONDS_TO_START = 20
SECONDS_TO_STOP = 10
LINES_OF_A_LOG = 15
# The shortest that Slurm allows; a requeued job waits this long before it starts again (slurm.conf, AuthInfo).
SECONDS_BEFORE_RESTART = 5

CONFIGURATION = """
ClusterName=minimasim_test
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket,cred_expire={restart}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1
SlurmdParameters=config_overrides
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
KillWait=3
NodeName={nodes[0]} NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs={processors}
NodeName={nodes[1]} NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs={processors}
PartitionName=work Nodes={nodes[0]},{nodes[1]} Default=YES MaxTime=10 State=UP
"""


def missing_tools():
    return [tool for tool in TOOLS if not shutil.which(tool, path=PATH)]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def command_line(process):
    """The words of a running process with spaces between them; nothing when it has ended."""
    try:
        return pathlib.Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def end_with_parent():
    """A daemon gets SIGTERM when the test dies, so that a killed test leaves nothing behind."""
    pr_set_pdeathsig = 1  # linux/prctl.h
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGTERM)


class Cluster:
    def __enter__(self):
        # Unix sockets have paths of at most 107 characters; with a deep TMPDIR the daemons do not start.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="slurm-"))
        self.log_folders = [self.folder]
        self.daemons = []
        self.environment = {key: value for key, value in os.environ.items()
                            if not key.startswith(("SLURM_", "SBATCH_", "SQUEUE_", "SCANCEL_"))}
        self.environment |= {"PATH": PATH, "SLURM_CONF": str(self.folder / "slurm.conf")}
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        key = self.folder / "munge.key"
        key.touch(mode=0o600)
        key.write_bytes(os.urandom(1024))
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], ports=free_ports(3), user=getpass.getuser(), folder=self.folder,
            restart=SECONDS_BEFORE_RESTART, nodes=NODES, processors=PROCESSORS_PER_NODE))
        for folder in ("state", *(f"spool-{node}" for node in NODES)):
            (self.folder / folder).mkdir()
        munge_socket = self.folder / "munge.socket"
        self._daemon("munged", "--foreground", "--force", f"--key-file={key}", f"--socket={munge_socket}",
                     f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                     f"--seed-file={self.folder}/munge.seed")
        self.wait(munge_socket.exists, "munged to listen", SECONDS_TO_START)
        self._daemon("slurmctld", "-D", "-i")
        for node in NODES:
            self._daemon("slurmd", "-D", "-N", node)
        self.wait(lambda: self._try("sinfo", "--noheader", "--Node", "--format=%T").split() == ["idle"] * len(NODES),
                  "both nodes to be idle", SECONDS_TO_START)

    def _daemon(self, name, *arguments):
        with open(self.folder / "daemons.txt", "ab") as log:
            self.daemons.append(subprocess.Popen([name, *arguments], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                                 env=self.environment, cwd=self.folder, preexec_fn=end_with_parent))

    def __exit__(self, *_):
        if len(self.daemons) > 1:
            self._try("scancel", f"--user={getpass.getuser()}")
            end = time.monotonic() + SECONDS_TO_STOP
            while self._try("squeue", "--noheader") and time.monotonic() < end:
                time.sleep(0.2)
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()
        for process in self.processes():
            os.kill(process, signal.SIGKILL)
        shutil.rmtree(self.folder, ignore_errors=True)

    def processes(self, environment={}):
        """Numbers of the processes that have the configuration of this cluster, and this, in their environment."""
        wanted = {f"{name}={value}".encode()
                  for name, value in ({"SLURM_CONF": self.environment["SLURM_CONF"]} | environment).items()}
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if wanted <= set((process / "environ").read_bytes().split(b"\0")):
                    found.append(int(process.name))
            except OSError:  # ended meanwhile, or of another user
                pass
        return found

    def run(self, *command):
        """What a command prints, with this cluster as its cluster."""
        done = subprocess.run([str(part) for part in command], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, timeout=SECONDS_TO_START)
        if done.returncode != 0:
            raise AssertionError(f"{command} exits with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def _try(self, *command):
        try:
            return self.run(*command)
        except (AssertionError, subprocess.TimeoutExpired):
            return ""

    def task(self, job, number):
        """The fields of one task of an array job as scontrol shows them; none while it has no record of its own."""
        return dict(re.findall(r"(\w+)=(\S*)", self._try("scontrol", "--oneliner", "show", "job", f"{job}_{number}")))

    def count_in_queue(self):
        return len(self.run("squeue", "--noheader", "--array").splitlines())

    def wait(self, is_true, what, seconds):
        end = time.monotonic() + seconds
        while not is_true():
            if time.monotonic() > end:
                raise AssertionError(f"waited {seconds} seconds for {what}\n{self.log()}")
            time.sleep(0.1)

    def log(self):
        """The last lines of the daemons, and of jobs that log into `log_folders`, for a test that fails."""
        lines = []
        for folder in self.log_folders:
            for file in sorted([*folder.glob("*.log"), *folder.glob("*.txt")]):
                lines += [f"--- {file.name}", *file.read_text(errors="replace").splitlines()[-LINES_OF_A_LOG:]]
        return "\n".join(lines)
