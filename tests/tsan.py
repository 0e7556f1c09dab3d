#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tests/tsan.py [CTEST OPTION…]: runs the tests of the tsan preset and judges what ThreadSanitizer reports.

Qt and GLib are not built with ThreadSanitizer, so it sees none of their locks and takes every hand-over between Qt's
threads and ours for a race. No suppression tells these from a race of ours: the stack of a slot begins in Qt too. So a
report is held against us when code of ours is on both sides; one side without any is a library alone on its own thread
and is counted by that library. So is the end of a functor that was queued for another thread: whoever lets go of it last
deletes it, by a count that is Qt's, and so is the end of a text that two threads share. So is an event that we post:
Qt allocates it, puts it into a queue under a lock of its own, and deletes it in the other thread. So is what lies within
a lock of Qt's for readers and writers, and an inversion of locks that one library takes all by itself:
which of its own locks it holds when is not for its callers to say. Nor is asking the kernel what a file descriptor of
another thread is a race: it answers for what there is. Fails on every other report and on a failed test.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/tsan"
SIDE = re.compile(r"^  (?:Previous )?(?:[Aa]tomic )?(?:[Ww]rite|[Rr]ead) of size .*\n((?:    #.*\n)+)", re.MULTILINE)
LOCKED = re.compile(r"^  Mutex \w+ (?:previously )?acquired .*:\n((?:    #.*\n)+)", re.MULTILINE)
QUEUED = re.compile(r"    #0 operator delete\(.*\n    #1 (?:impl \S*/qobjectdefs_impl\.h:|QtPrivate::QSlotObject<.*>::impl\().*\n    #2 \S.* \((libQt6Core[^+]*)\+")
SHARED = re.compile(r"    #0 std::__atomic_base<int>::fetch_sub\(.*\n(?:    #.*\n){0,3}    #\d+ QArrayData::deref\(\)")
POSTED = re.compile(r"    #0 operator new\(.*\n    #1 QMetaObject::invokeMethodImpl\(")
READ_WRITE_LOCK = re.compile(r"    #0 pthread_mutex_(?:un)?lock .*\n    #1 QReadWriteLock::")
ASKED = re.compile(r"    #0 (?:fstat|getpeername) ")
PLACED = re.compile(r"^    #\d+ .*? (/\S+):(\d+) \(([^()\s]+)\+0x[0-9a-f]+\)")
POSTS = re.compile(r"QMetaObject::invokeMethod\(|QCoreApplication::postEvent\(|deleteLater\(")
FRAME = re.compile(r"^    #\d+ (.*?) \(([^()\s]+)\+0x[0-9a-f]+\)", re.MULTILINE)


def reports():
    """What the tests of the preset have written, one file for each process."""
    return sorted(BUILD.glob("race-report.*"))


def reports_in(text):
    return [part.split("\n==================")[0] for part in text.split("WARNING: ThreadSanitizer: ")[1:]]


def libraries(stack):
    """The libraries and programs that the frames lie in, the innermost first."""
    return [module for _, module in FRAME.findall(stack) if not module.startswith("libtsan")]


def is_ours(module, ours):
    return module.rsplit("/", 1)[-1] in ours


def is_posting(side, ours):
    """Whether it is Qt that does this, within a line of ours that posts an event."""
    if not libraries(side)[0].startswith("libQt6Core"):
        return False
    for line in side.splitlines():
        if (place := PLACED.match(line)) and is_ours(place[3], ours):
            source = pathlib.Path(place[1]).read_text(encoding="utf-8").splitlines()
            return bool(POSTS.search(source[int(place[2]) - 1]))
    return False


def owner(report, ours):
    """The library that one side is in alone or that takes all the locks, or None when the report is ours."""
    if report.startswith("lock-order-inversion"):
        lockers = {stack[0] for stack in map(libraries, LOCKED.findall(report)) if stack}
        return lockers.pop() if len(lockers) == 1 and not is_ours(*lockers, ours) else None
    if not report.startswith("data race"):
        return None
    for side in SIDE.findall(report):
        if queued := QUEUED.match(side):
            return queued[1]
        if any(kind.match(side) for kind in (SHARED, POSTED, READ_WRITE_LOCK)) or is_posting(side, ours):
            return "the counts and queues of Qt"
        if ASKED.match(side) and "Location is file descriptor" in report:
            return "the kernel"
        modules = libraries(side)
        if modules and not any(is_ours(module, ours) for module in modules):
            return modules[0]
    return None


def main():
    for old in reports():
        old.unlink()
    tests = subprocess.run(["ctest", "--preset", "tsan", *sys.argv[1:]], cwd=ROOT, check=False)
    ours = {path.name for folder in ("bin", "tests") for path in (BUILD / folder).iterdir() if os.access(path, os.X_OK)}
    counted = collections.Counter()
    wrong = []
    for path in reports():
        for report in reports_in(path.read_text(encoding="utf-8", errors="replace")):
            library = owner(report, ours)
            if library is None:
                wrong.append(report)
            else:
                counted[library] += 1
    for report in wrong:
        print(report)
    for library, count in counted.most_common():
        print(f"{count:6} reports with {library} alone on one side")
    print(f"{len(wrong):6} reports of ours")
    return 1 if wrong or tests.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
