#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py LUPDATE: fails when a text that people see is not translated, or when a translation lost one of its
placeholders, its mnemonic, its plural forms or the punctuation at its end.

To bring the translations up to date: ninja -C build/dev update_translations, then fill in what is "unfinished"."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ("ui", "app/tray", "server/doctor", "server/api/signinpage.cpp")
PLURAL_FORMS = {"de": 2}
PLACEHOLDER = re.compile(r"%(?:n|\d)")
MNEMONIC = re.compile(r"&(?=\w)")


def update(lupdate, file):
    """Brings this file up to date with the source, as the build's target does."""
    subprocess.run([lupdate, *SOURCES, "-I", ".", "-extensions", "cpp,h", "-locations", "none", "-no-obsolete",
                    "-silent", "-ts", str(file)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def forms_of(message):
    """The translations of one text: one, or one for each plural form."""
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.findall("numerusform")]
    return [translation.text or ""]


def faults_of(message, language):
    """What is wrong with one text."""
    source = message.find("source").text
    if message.find("translation").get("type") == "unfinished":
        yield "is not translated"
        return
    forms = forms_of(message)
    if message.get("numerus") == "yes" and len(forms) != PLURAL_FORMS[language]:
        yield f"has {len(forms)} plural forms, not {PLURAL_FORMS[language]}"
    for form in forms:
        if not form.strip():
            yield "is empty"
        elif sorted(set(PLACEHOLDER.findall(form))) != sorted(set(PLACEHOLDER.findall(source))):
            yield f"has other placeholders: {form!r}"
        elif len(MNEMONIC.findall(form)) != len(MNEMONIC.findall(source)):
            yield f"has another number of mnemonics: {form!r}"
        elif (source[-1] in ":…") != (form[-1] in ":…"):
            yield f"ends otherwise: {form!r}"


def faults(file, language):
    """What is wrong with one file, a line each."""
    for context in xml.etree.ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            for fault in faults_of(message, language):
                yield f"{language}, {context.find('name').text}: {message.find('source').text!r} {fault}"


def main():
    """Looks at each language with a copy of its file."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for original in sorted(FOLDER.glob("fairlead_*.ts")):
            copy = pathlib.Path(folder) / original.name
            shutil.copy(original, copy)
            update(sys.argv[1], copy)
            found += faults(copy, original.stem.split("_")[1])
    print("\n".join(found))
    print(f"translations: {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
