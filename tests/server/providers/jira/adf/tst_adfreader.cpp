// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/adfwriter.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers::jira;

class TestAdfReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheWriterWrote()
    {
        const QString markdown = u"# Title\n\nHello *you* and **them**\n\n- a\n- b\n  1. c"_s;
        QCOMPARE(markdownFromAdf(adfFromMarkdown(markdown)), markdown);
    }
};

QTEST_GUILESS_MAIN(TestAdfReader)
#include "tst_adfreader.moc"
