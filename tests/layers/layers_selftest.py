#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Fairlead authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that layers.py finds what it is for: each test breaks one rule in a tree of its own."""
import pathlib
import tempfile
import unittest

import layers
import table

SPDX = ("// SPDX-FileCopyrightText: 2026 The Fairlead authors\n"
        "// SPDX-License-Identifier: GPL-3.0-or-later\n")


class LayersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text, top=SPDX):
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(top + text, encoding="utf-8")

    def faults(self):
        return [*layers.include_faults(self.root), *layers.secret_faults(self.root), *layers.coroutine_faults(self.root),
                *layers.database_faults(self.root), *layers.file_faults(self.root)]

    def assert_one_fault(self, *parts):
        faults = self.faults()
        self.assertEqual(len(faults), 1, faults)
        for part in parts:
            self.assertIn(part, faults[0])

    def test_accepts_a_tree_in_order(self):
        self.write("server/base/result.h", "#pragma once\n#include <tl/expected.hpp>\n")
        self.write("server/http/listener.cpp",
                   '#include "server/base/result.h"\n#include <QAbstractHttpServer>\n#include <vector>\n')
        self.write("app/tray/main.cpp", '#include "ui/tray/trayicon.h"\n#include <QApplication>\n#include "main.moc"\n')
        self.assertEqual(self.faults(), [])

    def test_finds_a_forbidden_edge(self):
        self.write("server/base/text.cpp", '#include "server/http/exchange.h"\n')
        self.assert_one_fault("server/base/text.cpp", "no edge from server/base to server/http")

    def test_finds_code_that_trusts_any_certificate(self):
        for line in ("socket->ignoreSslErrors();", "set(CURLOPT_SSL_VERIFYPEER, 0L);", "setPeerVerifyMode(QSslSocket::VerifyNone);"):
            with self.subTest(line):
                self.write("server/net/transfer.cpp", line + "\n")
                self.assert_one_fault("server/net/transfer.cpp:3", "certificate")

    def test_finds_jira_including_notion_and_the_reverse(self):
        self.write("server/providers/jira/jiraclient.cpp", '#include "server/providers/notion/notionclient.h"\n')
        self.assert_one_fault("from server/providers/jira to server/providers/notion")
        self.write("server/providers/jira/jiraclient.cpp", "")
        self.write("server/providers/notion/notionclient.cpp", '  #  include "server/providers/jira/jiraclient.h"\n')
        self.assert_one_fault("from server/providers/notion to server/providers/jira")

    def test_finds_the_server_reaching_up(self):
        for header in ("ui/tray/trayicon.h", "app/wiring/instance.h"):
            with self.subTest(header):
                self.write("server/api/api.cpp", f'#include "{header}"\n')
                self.assert_one_fault("server/api/api.cpp", header)

    def test_finds_tests_in_production(self):
        self.write("server/net/client.cpp", '#include "tests/fakes/fakehttpclient.h"\n')
        self.assert_one_fault("tests/fakes/fakehttpclient.h")

    def test_finds_a_header_not_named_from_the_root(self):
        self.write("server/net/client.cpp", '#include "client.h"\n')
        self.assert_one_fault("by its path from the root")

    def test_finds_a_folder_that_the_table_does_not_name(self):
        self.write("server/utils/helpers.cpp", "")
        self.assert_one_fault("server/utils/helpers.cpp")

    def test_finds_foreign_headers_out_of_place(self):
        for header in ("QHttpServer", "QAbstractHttpServer", "QHttpServerResponder", "qt6keychain/keychain.h",
                       "QSqlQuery", "QtSql/QSqlDatabase", "QNetworkAccessManager", "QNetworkReply", "QWidget",
                       "QSystemTrayIcon", "QtWidgets/QLabel", "tl/expected.hpp", "QTest"):
            with self.subTest(header):
                self.write("server/tools/tool.cpp", f"#include <{header}>\n")
                self.assert_one_fault(f"<{header}>")

    def test_finds_secrets_that_are_compared_by_their_bytes(self):
        for line in ("return secret.reveal() == given;", "if (given != m_token->reveal())"):
            with self.subTest(line):
                self.write("server/accounts/keys.cpp", line + "\n")
                self.assert_one_fault("server/accounts/keys.cpp:3", "equals()")
        self.write("server/accounts/keys.cpp", "return secret.equals(given) == true;\n")
        self.assertEqual(self.faults(), [])

    def test_finds_values_in_braces_within_awaited_calls(self):
        for code in ("auto x = co_await link({session, key}, to);\n", "co_return co_await f(\n    Target{a, b});\n"):
            with self.subTest(code):
                self.write("server/net/wait.cpp", code)
                self.assert_one_fault("server/net/wait.cpp:3", "give it a name")
        self.write("server/net/wait.cpp",
                   'if (!co_await f(a, {})) { b; }\nco_await f("{a"); // {a}\nfor (x : co_await all()) {\n g(); }\n')
        self.assertEqual(self.faults(), [])

    def test_finds_tests_that_open_a_database_of_their_own(self):
        for line in ("auto database = store::Database::open(path);", "const auto at = DatabaseAddress::ofFile(path);"):
            with self.subTest(line):
                self.write("tests/server/tst_x.cpp", line + "\n")
                self.assert_one_fault("tests/server/tst_x.cpp:3", "tests/fakes/testdatabase")
        self.write("tests/server/tst_x.cpp", "auto database = fakes::openTestDatabase(folder);\n")
        self.assertEqual(self.faults(), [])

    def test_finds_missing_spdx_lines(self):
        self.write("server/base/text.cpp", "int x;\n", top="")
        self.assert_one_fault("server/base/text.cpp", "SPDX")

    def test_looks_for_spdx_lines_below_the_interpreter_line(self):
        self.write("tests/run", "", top="#!/bin/sh\n" + SPDX.replace("//", "#"))
        self.assertEqual(self.faults(), [])

    def test_finds_files_that_are_too_long(self):
        for path, limit in (("server/base/text.cpp", 400), ("server/base/text.h", 250), ("tests/server/tst_x.cpp", 500)):
            with self.subTest(path):
                self.write(path, "//\n" * (limit - 2))
                self.assertEqual(self.faults(), [])
                self.write(path, "//\n" * (limit - 1))
                self.assert_one_fault(path, f"the limit is {limit}")
                self.write(path, "")

    def test_finds_a_cycle_in_the_table(self):
        self.assertEqual(list(layers.table_faults()), [])
        edges = dict(table.EDGES)
        self.addCleanup(setattr, table, "EDGES", edges)
        table.EDGES = {**edges, "server/base": ["server/http"]}
        self.assertEqual(len(list(layers.table_faults())), 1)

    def test_reads_the_folder_map(self):
        self.write("server/base/x.cpp", "")
        self.write("server/http/x.cpp", "")
        self.write("tests/data/x.txt", "")
        self.write("app/main.cpp", "")
        self.write("resources/icons/x.svg", "")
        good = "```\napp/   programs\nresources/      icons/\nserver/   no window\n  base/ http/   two\ntests/   mirrors the rest; data/\n```\n"
        self.write("README.md", good, top="")
        self.assertEqual(list(layers.readme_faults(self.root)), [])
        self.write("README.md", good.replace(" http/", ""), top="")
        self.assertEqual(list(layers.readme_faults(self.root)), ["README.md: the folder map does not name server/http/"])
        self.write("README.md", good.replace("http/", "http/ smtp/"), top="")
        self.assertEqual(list(layers.readme_faults(self.root)),
                         ["README.md: the folder map names server/smtp/, which does not exist"])
        self.write("README.md", "no map", top="")
        self.assertEqual(len(list(layers.readme_faults(self.root))), 1)


if __name__ == "__main__":
    unittest.main()
