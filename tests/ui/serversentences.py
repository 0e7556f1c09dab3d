#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""serversentences.py [--write]: fails when ui/models/serversentences.cpp does not hold the sentences that stand in the
sources of the server, or a window shows one without serverText(); or writes the table anew.

The server speaks English (its logs, its answers to programs), and the windows translate what it says to a person. A
sentence gets into the table by the place of its source, below, and by its form: a text of two words or more, which is
no SQL, no log line and no path. Left out are folders and files that speak only to programs, to models or to the command
line: the protocol, the HTTP guard, the REST API, what tools and prompts say of themselves, and how to call them."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "ui" / "models" / "serversentences.cpp"

# What is read, and which files of it are not.
SOURCES = (
    ("app/platform/*.cpp", ("log",)),
    ("app/wiring/*.cpp", ("commandline", "databaseoptions", "instructions", "serverinstance")),
    ("server/accounts/*.cpp", ("controltoken", "managementtokens")),
    ("server/audit/*.cpp", ()),
    ("server/backup/*.cpp", ()),
    ("server/base/*.cpp", ()),
    ("server/clients/**/*.cpp", ("extension", "entry")),
    ("server/connections/*.cpp", ()),
    ("server/gateway/*.cpp", ("headerparameters", "upstreaminvoker", "upstreamresult", "askedcall",
                              "upstreamcalls", "upstreamnotices")),
    ("server/http/engine/loopback.cpp", ()),
    ("server/leases/*.cpp", ()),
    ("server/net/*.cpp", ("retrypolicy",)),
    ("server/oauth/*.cpp", ()),
    ("server/providers/*.cpp", ("answerjson", "changewatch", "proxy", "proxypath", "resttext", "textedits")),
    ("server/providers/jira/jira*.cpp", ("jiradefinitions", "jiraparser", "jiraprompts", "jirapromptdefinitions",
                                         "jiraresources", "jiratext", "jiratools")),
    ("server/providers/notion/notion*.cpp", ("notiondefinitions", "notionid", "notionparser", "notionresources",
                                             "notiontext", "notiontools")),
    ("server/providers/*/*provider.cpp", ()),
    ("server/publishing/*.cpp", ("publishedtext", "publishingtools")),
    ("server/secrets/*.cpp", ()),
    ("server/settings/*.cpp", ()),
    # No window is on a server's database.
    ("server/store/*.cpp", ("databaseaddress", "postgreserrors", "postgresoptions", "postgresschema", "postgressession")),
    ("server/tools/*.cpp", ("argumentcheck", "findtools", "guardedprompts", "guardedresources", "promptregistry",
                            "resourceregistry", "resultbudget", "schemasubset", "schematext", "schemawords",
                            "stringformat", "calllog", "personform")),
)
# Where the titles of tools stand, which are asked about by them.
TITLES = ("server/providers/**/*.cpp", "server/publishing/publishingtools.cpp", "server/api/proxyapi.cpp")
TITLE = re.compile(r'\.title = u"([^"]+)"_s')
# Texts of those files that are no sentences of ours for a person: what is looked for in a service's answer, names of
# keys and columns, and what a service calls itself.
NO_SENTENCES = re.compile(
    r"(?:redirect ur[il]|callback url|(?:invalid|unknown) client|fairlead (?:seal|key id|passphrase|purpose).*"
    r"|read:jira-work and .*|.*(?:==|= \?|\|\||\bIN \().*|.*\\n.+|.*[{}].*|.*%\d%\d.*|\[Desktop.*|gzip, .*|updated >=.*"
    r"|, Cloudflare ray.*|Unknown tool: .*|(?:\S+ )?[Ss]andbox|transactions do not nest|this column was not selected"
    r"|refresh_token is invalid|key in \(%1\)|[A-Z][a-z]+ (?:account|server|site)|Notion workspace"
    r"|OpenProject installation)")
# Of files for models or programs these reach a person: publishing does some things as tools do, and a sign-in ends on
# a page.
SHARED = {"server/providers/jira/tools/attachmenttools.cpp":
          re.compile(r".* takes files of at most .*|Attachments are switched off on .*"),
          "server/providers/jira/newissue.cpp": re.compile(r"You may not create issues in .*"),
          "server/api/authapi.cpp": re.compile(r"Open this page in a browser\.|What came back from the browser .*")}
# A service's own words follow in these; they stay as they are.
QUOTES = re.compile(r"refused the (?:request|sign-in)|found nothing|may not do that|\(409\)|did not (?:take it|revoke)"
                    r"|register (?:itself|Fairlead just)|come back to|sign-in any more|client id, or|could not answer"
                    r"|takes only apps|sign-in page of|does not allow what|form: %2")

TOKEN = re.compile(r"""(?P<comment>//[^\n]*|/\*.*?\*/)|R"(?P<mark>[^()\s\\]*)\((?P<raw>.*?)\)(?P=mark)"
    |"(?P<text>(?:\\.|[^"\\\n])*)"|'(?:\\.|[^'\\])'|(?P<word>\w+)|(?P<space>\s+)|.""", re.DOTALL | re.VERBOSE)
SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|ALTER|FROM|WHERE|AND|OR|ORDER|BEGIN|COMMIT|SET"
                 r"|VALUES|JOIN|DROP|LIMIT|GROUP|ON|VACUUM|ATTACH|ROLLBACK|SAVEPOINT|RELEASE)\b")
LOGGED = re.compile(r"\bq(?:C(?:Debug|Info|Warning|Critical)|Debug|Info|Warning|Critical|Fatal)\b")
PREFIXES = {"u", "U", "L", "u8"}
SUFFIXES = {"_s", "_L1", "_ba"}


def texts_of(source):
    """The texts of a source, adjacent literals as one and escaped as they stand, but those that go to the log."""
    source = re.sub(r"^\s*#.*$", "", source, flags=re.MULTILINE)
    text, statement = None, ""
    for token in TOKEN.finditer(source):
        if token["comment"] or token["space"]:
            continue
        if token["text"] is not None:
            text = (text or "") + token["text"]
            continue
        if token["word"] in SUFFIXES | PREFIXES and (token["word"] in SUFFIXES or source[token.end():][:1] in "\"R"):
            continue
        if text is not None and not LOGGED.search(statement):
            yield text
        text = None
        statement = "" if token[0] in ";{}" else statement + " " + token[0]


def is_sentence(text):
    """Whether a text is said to a person, by its form."""
    words = re.sub(r"%\d", "", text)
    if re.fullmatch(r"%1 (?:millisecond|second|minute)s", text):
        return True
    return (len(re.findall(r"[A-Za-z’']+", words)) >= 2 and re.search(r"[a-z]{2}", words) and not SQL.match(text)
            and not NO_SENTENCES.fullmatch(text) and not re.match(r"[a-z]+ ?=|--|/|<|:|\\n", text)
            and re.search(r"(?:^|[ “(\"])[a-z]+(?:[ ,.:;%)]|$)", text) and " " in text)


def sentences():
    """Every sentence with the first file that says it, sorted by file."""
    found = {}
    for pattern, left_out in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            if path.stem in left_out:
                continue
            for text in texts_of(path.read_text(encoding="utf-8")):
                # What ends with a space goes on with a value.
                text = text.lstrip() + ("%1" if text.endswith(" ") and "%1" not in text else "")
                if is_sentence(text.rstrip()):
                    found.setdefault(text.rstrip(), path.relative_to(ROOT).as_posix())
    for name, shared in SHARED.items():
        for text in texts_of((ROOT / name).read_text(encoding="utf-8")):
            if shared.fullmatch(text):
                found.setdefault(text, name)
    for pattern in TITLES:
        for path in sorted(ROOT.glob(pattern)):
            if "prompt" not in path.stem:
                for text in TITLE.findall(path.read_text(encoding="utf-8")):
                    found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def table():
    """The source of the table."""
    lines = ["// SPDX-FileCopyrightText: 2026 The Fairlead authors", "// SPDX-License-Identifier: GPL-3.0-or-later",
             "// Written by tests/ui/serversentences.py --write from the sources of the server. Do not edit.",
             '#include "ui/models/serversentences.h"', "", "#include <QtGlobal>", "", "#include <array>", "",
             "namespace fairlead::ui {", "namespace {", "", "using enum ServerSentence::Arguments;", "",
             "// clang-format off", "constexpr auto table = std::to_array<ServerSentence>({"]
    for text, _ in sorted(sentences().items(), key=lambda item: (item[1], item[0])):
        arguments = "AreQuoted" if "%" in text and QUOTES.search(text) else "MayBeOurs"
        lines.append(f'    {{QT_TRANSLATE_NOOP("Server", "{text}"), {arguments}}},')
    lines += ["});", "// clang-format on", "", "} // namespace", "",
              "std::span<const ServerSentence> serverSentences()", "{", "    return table;", "}", "", "} // namespace fairlead::ui", ""]
    return "\n".join(lines)


def untranslated():
    """Where a window takes an error's words past serverText()."""
    for path in sorted((ROOT / "ui").rglob("*.cpp")):
        if path.name in ("servertext.cpp", "signinflow.cpp"):  # the way itself, and words that are kept for later
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\berror(?:\(\))?\.message\b", line):
                yield f"{path.relative_to(ROOT)}:{number}: shows what the server said without serverText()"


def main():
    """Writes the table, or holds it against the sources and looks whether the windows use it."""
    wanted = table()
    if sys.argv[1:] == ["--write"]:
        TABLE.write_text(wanted, encoding="utf-8")
        return 0
    faults = list(untranslated())
    print("\n".join(faults))
    if TABLE.read_text(encoding="utf-8") == wanted:
        return 1 if faults else 0
    missing = set(wanted.splitlines()) ^ set(TABLE.read_text(encoding="utf-8").splitlines())
    print("\n".join(sorted(missing)))
    print(f"{TABLE.name} is out of date: run tests/ui/serversentences.py --write, then translate (see translations.py)")
    return 1


if __name__ == "__main__":
    sys.exit(main())
