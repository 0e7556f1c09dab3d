#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy on the files that matter most, for as long as the budget lasts.

First come the files that differ from the merge base with the main branch, with the sources that
include a header that differs; then the rest, last changed first. Tests only with --tests: with them there is no time for all. Every file ends up in exactly one of the
lists that are printed: clean, with findings, not checked.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


def git(*arguments):
    """Output lines of git, or none where it fails (no such branch, a shallow clone, no repository)."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.splitlines() if done.returncode == 0 else []


def compiled_sources(build):
    """Our own .cpp files in the compile database, relative to the root."""
    database = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    found = set()
    for entry in database:
        path = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if path.is_relative_to(ROOT) and not path.is_relative_to(build.resolve()):
            found.add(str(path.relative_to(ROOT)))
    return found


def changed_files(base):
    """Files that differ from the merge base with `base`, uncommitted ones included."""
    for name in filter(None, [base, "origin/main", "main"]):
        merge_base = git("merge-base", name, "HEAD")
        if merge_base:
            return set(git("diff", "--name-only", merge_base[0])), name
    return set(), None


def affected_sources(changed, sources):
    """Changed sources, and the sources that include a changed header directly."""
    headers = {name for name in changed if name.endswith(".h")}
    result = set(changed) & sources
    for source in sources - result:
        text = (ROOT / source).read_text(encoding="utf-8", errors="replace")
        if headers & set(re.findall(r'^#include "([^"]+)"', text, re.MULTILINE)):
            result.add(source)
    return result


def by_last_change(sources):
    """The sources, last changed first; unknown ones (a shallow clone) by name at the end."""
    order = {}
    for name in git("log", "--format=", "--name-only", "-n", "400"):
        order.setdefault(name, len(order))
    return sorted(sources, key=lambda name: (order.get(name, len(order)), name))


def check(source, build, deadline):
    """(source, state, output, seconds); state is clean, findings or unchecked."""
    left = deadline - time.monotonic()
    if left <= 1:
        return source, "unchecked", "", 0.0
    started = time.monotonic()
    try:
        done = subprocess.run(["clang-tidy", "-p", str(build), "--quiet", source], cwd=ROOT,
                              capture_output=True, text=True, timeout=left)
    except subprocess.TimeoutExpired:
        return source, "unchecked", "", time.monotonic() - started
    state = "clean" if done.returncode == 0 else "findings"
    return source, state, done.stdout + done.stderr, time.monotonic() - started


def new_findings(output, seen):
    """The findings in clang-tidy's output that were not seen yet: a header's come with every source."""
    blocks = re.split(r"^(?=\S+:\d+:\d+: (?:error|warning):)", output, flags=re.MULTILINE)
    fresh = []
    for block in blocks:
        text = "\n".join(line for line in block.splitlines() if not line.endswith("warnings generated."))
        if text.strip() and text not in seen:
            seen.add(text)
            fresh.append(text)
    return "\n".join(fresh)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--budget", type=float, default=600, help="seconds")
    parser.add_argument("--tests", action="store_true", help="the tests' sources too")
    parser.add_argument("--base", default=os.environ.get("FAIRLEAD_TIDY_BASE"))
    options = parser.parse_args()
    started = time.monotonic()
    deadline = started + options.budget

    sources = compiled_sources(options.build)
    if not options.tests:
        sources = {name for name in sources if not name.startswith("tests/")}
        print("clang-tidy: the sources below tests/ are left out (--tests checks them too)")
    changed, base = changed_files(options.base)
    first = affected_sources(changed, sources)
    queue = by_last_change(first) + by_last_change(sources - first)
    print(f"clang-tidy: {len(sources)} files, {len(first)} of them touched by the difference from "
          f"{base or 'nothing'}; budget {options.budget:.0f} s", flush=True)

    seen = set()
    results = {"clean": [], "findings": [], "unchecked": []}
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for source, state, output, seconds in pool.map(
                lambda name: check(name, options.build, deadline), queue):
            results[state].append(source)
            if state == "unchecked":
                continue
            print(f"  {state:8} {seconds:5.1f} s  {source}", flush=True)
            if state == "findings":
                print(new_findings(output, seen), flush=True)

    print(f"clang-tidy: {len(results['clean'])} files clean, {len(results['findings'])} with findings, "
          f"{len(results['unchecked'])} not checked, in {time.monotonic() - started:.0f} s")
    for state, title in (("unchecked", "Not checked, the budget was used up"), ("findings", "With findings")):
        if results[state]:
            print(f"{title}:")
            print("\n".join(f"  {name}" for name in sorted(results[state])))
    skipped = first & set(results["unchecked"])
    if skipped:
        print(f"{len(skipped)} of those not checked belong to this change: raise FAIRLEAD_TIDY_SECONDS.")
    return 1 if results["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
