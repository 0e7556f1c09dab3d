# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests' English words are in the language that a window is shown in."""
import pathlib
import re
import xml.etree.ElementTree

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "resources" / "translations"
PLACEHOLDER = re.compile(r"%(?:n|\d)")
MOST_ALIKE = 7  # letters after a value that many sentences share, such as " is not "
LEAST_WORDS = 4  # letters beside the placeholders, so that "%1 s" fits no sentence


def plain(text):
    """Without mnemonics."""
    return (text or "").replace("&", "")


def filled(source, translation, text):
    """The translation with what `text` has in the place of the source's placeholders; nothing where it does not fit."""
    if len(PLACEHOLDER.sub("", source)) < LEAST_WORDS:
        return ""
    names = PLACEHOLDER.findall(source)
    fit = re.fullmatch("(.+)".join(re.escape(part) for part in PLACEHOLDER.split(source)), text)
    if not names or not fit:
        return ""
    for name, value in zip(names, fit.groups()):
        translation = translation.replace(name, value)
    return translation


def begun(source, translation, text):
    """How the translation begins where `text` is a value and the first words after it; nothing where it is not."""
    parts = PLACEHOLDER.split(source)
    if len(parts) < 2 or parts[0]:
        return ""
    for length in range(min(len(parts[1]), len(text) - 1), MOST_ALIKE, -1):
        if text.endswith(parts[1][:length]):
            name = PLACEHOLDER.findall(source)[0]
            return PLACEHOLDER.split(translation.replace(name, text[:-length]))[0]
    return ""


class Language:
    """English, or one of those in resources/translations."""

    def __init__(self, code=""):
        self._pairs = []
        if not code:
            return
        root = xml.etree.ElementTree.parse(FOLDER / f"fairlead_{code}.ts").getroot()
        for message in root.iter("message"):
            forms = [form.text for form in message.iter("numerusform")] or [message.find("translation").text]
            self._pairs.extend((message.find("source").text, form or "") for form in forms)

    def beginnings(self, text):
        """What a text may begin with that in English begins with this one."""
        found = {text} if not self._pairs else set()
        for source, translation in self._pairs:
            if plain(source) == text:
                found.add(plain(translation))
            elif plain(source).startswith(text):
                found.add(PLACEHOLDER.split(plain(translation))[0])
            else:
                found.add(filled(plain(source), plain(translation), text))
                found.add(begun(plain(source), plain(translation), text))
        # What comes from a service is the same in every language.
        return tuple(sorted(found - {""})) or (text,)

    def of(self, source):
        """The translation of exactly this text, mnemonic, placeholders and all."""
        return next((translation for each, translation in self._pairs if each == source), source)

    def shortcut(self, label):
        """The key for a label such as "Connect an&other", which is held with Alt."""
        words = self.of(label)
        return words[words.index("&") + 1].lower()
