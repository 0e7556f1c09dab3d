#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py [ROOT]: finds what breaks the order of the source tree, and fails if there is any.

Reads the #include lines of app/, ui/ and server/ and holds them against table.py; checks the two SPDX lines and
the length of every source file; finds secrets that are compared with ==, and values in braces within an awaited
call, which g++ 12 destroys twice, and tests that could not run on PostgreSQL; checks that README.md's folder map names the folders that exist and no other.
CMake accepts cycles of static libraries, so it cannot do this.
"""
import os
import pathlib
import re
import sys

import table

SOURCE_FOLDERS = ("app", "ui", "server")
MAPPED_FOLDERS = ("app", "ui", "server", "resources", "packaging", "tests")
SKIPPED = {"build", "node_modules", "__pycache__", ".git", ".cache"}
SPDX_SUFFIXES = {".cpp", ".h", ".in", ".cmake", ".py", ".sh", ".js", ".mjs", ".sql", ".yml"}
SPDX_NAMES = {"CMakeLists.txt", "run"}
FOLDER_WORD = re.compile(r"(?<!\S)([\w.-]+(?:/[\w.-]+)*)/(?=[;,:.]*(?:\s|$))")
REVEALED_COMPARISON = re.compile(r"reveal\(\)\s*[!=]=|[!=]=\s*[\w.:>()-]*reveal\(\)")
# What would look away from a certificate. libcurl is told to look, by name and by chain.
BLIND_TLS = re.compile(r"ignoreSslErrors|VerifyNone|QueryPeer|SSL_VERIFY(?:PEER|HOST)\s*,\s*(?:0|false)")
STRING_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|//[^\n]*')
OWN_DATABASE = re.compile(r"\b(?:Database::open|DatabaseAddress::ofFile)\(")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def files_below(root):
    """Every file below root, as a path relative to it with forward slashes, in a stable order."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - SKIPPED)
        for name in sorted(names):
            yield (pathlib.Path(folder, name).relative_to(root)).as_posix()


def owner(path):
    """The deepest folder of the table that holds this path, or None."""
    parts = path.split("/")[:-1]
    while parts:
        folder = "/".join(parts)
        if folder in table.EDGES:
            return folder
        parts.pop()
    return None


def is_allowed(source, target):
    """Whether a file of folder `source` may include one of folder `target`."""
    return source == target or any(
        target == edge or (edge.endswith("/*") and target.startswith(edge[:-1]))
        for edge in table.EDGES[source])


def foreign_fault(folder, path, header):
    """What is wrong with including a foreign header here, or None."""
    for pattern, homes in table.FOREIGN:
        if re.fullmatch(pattern, header):
            if any(folder == home or folder.startswith(home + "/") for home in homes):
                return None
            return f"{path}: <{header}> may be included in {' and '.join(homes) or 'tests'} only"
    return None


def own_fault(folder, path, header):
    """What is wrong with including one of our own headers here, or None."""
    if header.split("/")[0] not in SOURCE_FOLDERS:
        # Generated files, such as a moc file, have no folder; everything of ours is named from the root.
        if "/" in header:
            return f'{path}: "{header}" is none of app/, ui/ and server/'
        if header.endswith(".moc"):
            return None
        return f'{path}: "{header}" must be named by its path from the root'
    target = owner(header)
    if target is None:
        return f'{path}: "{header}" is in a folder that tests/layers/table.py does not name'
    if not is_allowed(folder, target):
        return f'{path}: {folder} may not include "{header}": there is no edge from {folder} to {target}'
    return None


def include_faults(root):
    """Every include that the table forbids."""
    for path in files_below(root):
        if path.split("/")[0] not in SOURCE_FOLDERS or not path.endswith((".cpp", ".h")):
            continue
        folder = owner(path)
        if folder is None:
            yield f"{path}: tests/layers/table.py names no folder that this file is in"
            continue
        for own, foreign in INCLUDE.findall((root / path).read_text(encoding="utf-8")):
            if own:
                fault = own_fault(folder, path, own)
            else:
                fault = foreign_fault(folder, path, foreign)
            if fault:
                yield fault


def table_faults():
    """Cycles in the table itself: each folder may use only what stands above it."""
    seen = []
    for folder, edges in table.EDGES.items():
        for edge in edges:
            if not edge.endswith("/*") and edge not in seen:
                yield f"tests/layers/table.py: {folder} uses {edge}, which does not stand above it"
        seen.append(folder)


def secret_faults(root):
    """Secrets that are compared with == or !=, which tells by its time where they differ."""
    for path in files_below(root):
        if path.split("/")[0] not in SOURCE_FOLDERS or not path.endswith((".cpp", ".h")):
            continue
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
            if REVEALED_COMPARISON.search(line):
                yield f"{path}:{number}: compares what a Secret reveals with == or !=; use Secret::equals()"
            if BLIND_TLS.search(line):
                yield f"{path}:{number}: takes a certificate that nobody trusts"


def awaited(text, start):
    """The expression that begins at start: to the semicolon, or to the bracket that was open before."""
    depth = 0
    for end in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth < 0 or text[end] == ";":
            return text[start:end]
    return text[start:]


def coroutine_faults(root):
    """Values in braces within an awaited call: g++ 12 destroys such a temporary twice."""
    for path in files_below(root):
        if path.split("/")[0] not in SOURCE_FOLDERS or not path.endswith((".cpp", ".h")):
            continue
        text = STRING_OR_COMMENT.sub('""', (root / path).read_text(encoding="utf-8"))
        for found in re.finditer(r"\bco_await\b", text):
            if re.search(r"\{\s*[^\s}]", awaited(text, found.end())):
                number = text.count("\n", 0, found.start()) + 1
                yield f"{path}:{number}: a value in braces within an awaited call; give it a name first"


def database_faults(root):
    """Tests that open a database past the fake one, which would make them run on PostgreSQL, too."""
    for path in files_below(root):
        if not path.startswith("tests/") or not path.endswith((".cpp", ".h")) or path in table.OWN_DATABASES:
            continue
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1):
            if OWN_DATABASE.search(line):
                yield (f"{path}:{number}: opens a database that is never one of PostgreSQL; use tests/fakes/testdatabase, "
                       "or name the reason in tests/layers/table.py")


def needs_spdx(path):
    name = path.split("/")[-1]
    return name in SPDX_NAMES or pathlib.PurePosixPath(path).suffix in SPDX_SUFFIXES


def file_faults(root):
    """Files without the two SPDX lines, and files longer than one reading."""
    for path in files_below(root):
        if not needs_spdx(path) or path.startswith("tests/data/"):
            continue
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        top = lines[1:3] if lines and lines[0].startswith("#!") else lines[0:2]
        if (len(top) < 2 or "SPDX-FileCopyrightText: " not in top[0]
                or "SPDX-License-Identifier: GPL-3.0-or-later" not in top[1]):
            yield f"{path}: does not begin with the two SPDX lines"
        for prefix, suffix, limit in table.LIMITS:
            if path.startswith(prefix) and path.endswith(suffix):
                if len(lines) > limit:
                    yield f"{path}: {len(lines)} lines, the limit is {limit}"
                break


def existing_folders(root):
    """The folders of two levels that the map must name."""
    found = set()
    for path in files_below(root):
        parts = path.split("/")[:-1]
        if parts and parts[0] in MAPPED_FOLDERS:
            found.update("/".join(parts[:depth]) for depth in range(1, min(len(parts), 2) + 1))
    return found


def mapped_folders(text):
    """The folders that README's map names: the first code block with a line that begins with `app/`.

    Two spaces of indentation are one level. Every word that ends with a slash is a folder: those before a gap of two or
    more spaces stand at the line's level, those after it are inside the last of them.
    """
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        if re.search(r"^app/", block, re.MULTILINE):
            break
    else:
        return None
    found, parents = set(), []
    for line in block.splitlines():
        depth = (len(line) - len(line.lstrip(" "))) // 2
        names, _, description = line.strip().partition("  ")
        siblings = ["/".join([*parents[:depth], name]) for name in FOLDER_WORD.findall(names)]
        found.update(siblings)
        if siblings:
            found.update(f"{siblings[-1]}/{name}" for name in FOLDER_WORD.findall(description))
            parents = siblings[-1].split("/")
    return found


def readme_faults(root):
    """Folders that README's map forgets, and folders that it makes up."""
    readme = root / "README.md"
    if not readme.exists():
        print("README.md does not exist: its folder map is not checked.")
        return
    mapped = mapped_folders(readme.read_text(encoding="utf-8"))
    if mapped is None:
        yield "README.md: there is no folder map (a code block with a line that begins with app/)"
        return
    for folder in sorted(existing_folders(root) - mapped):
        yield f"README.md: the folder map does not name {folder}/"
    for folder in sorted(mapped):
        if not (root / folder).is_dir():
            yield f"README.md: the folder map names {folder}/, which does not exist"


def all_faults(root):
    return [*table_faults(), *include_faults(root), *secret_faults(root), *coroutine_faults(root),
            *database_faults(root), *file_faults(root), *readme_faults(root)]


def main():
    default = pathlib.Path(__file__).resolve().parent.parent.parent
    root = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else default
    faults = all_faults(root)
    for fault in faults:
        print(fault)
    print(f"layers: {len(faults)} faults in {sum(1 for _ in files_below(root))} files")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
