"""How a job is timed: by the processor time of a whole process, or by the figure that a program prints of itself."""
import os
import subprocess
import sys


def fail(message):
    sys.exit("bench-peers: " + message)


def run(command):
    """What the command prints; it must not fail. Assay tells negative decisions by 1 and open ones by 2."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1, 2):
        fail("%s ended with %d: %s" % (" ".join(command), done.returncode, done.stderr[-2000:]))
    return done


def output_of(command):
    return run(command).stdout


def messages_of(command):
    return run(command).stderr


def of_process(command, documents):
    """Microseconds of the processor a document, of the process from its start to its end, its threads included."""
    to_nowhere = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    silent = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    process = os.posix_spawnp(command[0], command, os.environ, file_actions=[to_nowhere, silent])
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1, 2):
        fail("%s failed while it was timed" % " ".join(command))
    return 1e6 * (usage.ru_utime + usage.ru_stime) / documents


def as_printed(command):
    return float(output_of(command))
