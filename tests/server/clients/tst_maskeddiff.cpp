// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/linediff.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

class TestMaskedDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksSecrets_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("shown");
        QTest::newRow("our header") << R"("Authorization": "Bearer mcp_0123")"_ba
                                    << u"\"Authorization\": \"Bearer ••••••••\""_s;
        QTest::newRow("a long word")
            << R"("x": "abcdefghij0123456789")"_ba << u"\"x\": \"••••••••\""_s;
        QTest::newRow("slashes") << R"("AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPx")"_ba
                                 << u"\"AWS_SECRET_ACCESS_KEY\": \"••••••••\""_s;
        QTest::newRow("a password")
            << R"("password": "hunter2",)"_ba << u"\"password\": \"••••••••\","_s;
        QTest::newRow("an argument")
            << R"("args": ["--api-key=abc-def"])"_ba << u"\"args\": [\"--api-key=••••••••\"]"_s;
        QTest::newRow("YAML") << "  api_token: abc.def"_ba << u"  api_token: ••••••••"_s;
        QTest::newRow("TOML") << "TOKEN = 'abc.def'"_ba << u"TOKEN = '••••••••'"_s;
    }
    void masksSecrets()
    {
        QFETCH(const QByteArray, line);
        QTEST(masked(line), "shown");
    }

    void leavesOtherWordsAlone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {R"("base_keymap": "VSCode")",
                                 R"("command": "/opt/fairlead2/bin/fairleadctl")",
                                 R"("author": "Ada Lovelace")",
                                 R"("url": "http://127.0.0.1:8080/mcp")",
                                 R"("oauth": false)"})
            QTest::newRow(line) << QByteArray(line);
    }
    void leavesOtherWordsAlone()
    {
        QFETCH(const QByteArray, line);
        QCOMPARE(masked(line), QString::fromUtf8(line));
    }
};

QTEST_GUILESS_MAIN(TestMaskedDiff)
#include "tst_maskeddiff.moc"
