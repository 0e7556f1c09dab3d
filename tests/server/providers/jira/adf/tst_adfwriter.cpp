// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

class TestAdfWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAParagraph()
    {
        const QJsonObject document = adfFromMarkdown(u"Hello *you*");
        QCOMPARE(document["version"_L1].toInt(), 1);
        QCOMPARE(document["content"_L1][0]["content"_L1][1]["marks"_L1][0]["type"_L1].toString(),
                 u"em"_s);
    }
};

QTEST_GUILESS_MAIN(TestAdfWriter)
#include "tst_adfwriter.moc"
