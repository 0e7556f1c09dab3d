// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/toolregistry.h"
#include "server/tools/toolsets.h"
#include "tests/app/wiring/testinstance.h"
#include "tests/app/wiring/toolpage.h"
#include "tests/fakes/golden.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** The catalogue of tools as a whole, and the page that is made from it. */
class TestToolPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_tools = m_instance.server().toolRegistry().list({});
        m_equivalents =
            QJsonDocument::fromJson(fakes::testData(u"peers/equivalents.json"_s)).object();
    }

    void isUpToDate()
    {
        const QString diff =
            fakes::goldenDiff(u"../../TOOLS.md"_s, tests::toolPage(m_tools, m_equivalents));
        QVERIFY2(diff.isEmpty(), qPrintable(diff));
    }

    void everyToolsetHasTools()
    {
        QSet<QString> used;
        for (const tools::ToolDefinition &tool : std::as_const(m_tools))
            used.insert(tool.toolset);
        for (const tools::Toolset &toolset : tools::allToolsets())
            QVERIFY2(used.contains(toolset.name), qPrintable(toolset.name));
    }

    void everyToolOfAServiceNamesItsEndpoints()
    {
        for (const tools::ToolDefinition &tool : std::as_const(m_tools)) {
            const bool isOurs = tool.service.isEmpty();
            QVERIFY2(tool.endpoints.isEmpty() == isOurs, qPrintable(tool.name));
            const QSet<QString> different(tool.endpoints.begin(), tool.endpoints.end());
            QVERIFY2(different.size() == tool.endpoints.size(), qPrintable(tool.name));
        }
    }

    void theCoreIsWhatItIs()
    {
        QCOMPARE(coreOf(u"jira"_s), 12);
        QCOMPARE(coreOf(u"notion"_s), 10);
        QCOMPARE(coreOf({}), 2);
    }

    void everyEquivalentIsATool()
    {
        QVERIFY(!m_equivalents.isEmpty());
        for (auto peer = m_equivalents.begin(); peer != m_equivalents.end(); ++peer) {
            const QJsonArray rows = peer.value().toArray();
            for (const auto &row : rows) {
                const QString ours = row["ours"_L1].toString();
                const bool isKnown = m_instance.server().toolRegistry().find(ours) != nullptr;
                QVERIFY2(isKnown || (ours.isEmpty() && !row["note"_L1].toString().isEmpty()),
                         qPrintable(row["tool"_L1].toString() + u": "_s + ours));
            }
        }
    }

private:
    [[nodiscard]] qsizetype coreOf(const QString &service) const
    {
        return std::ranges::count_if(m_tools, [&](const tools::ToolDefinition &tool) {
            return tool.toolset.isEmpty() && tool.service == service;
        });
    }

    tests::TestInstance m_instance;
    QList<tools::ToolDefinition> m_tools;
    QJsonObject m_equivalents;
};

QTEST_GUILESS_MAIN(TestToolPage)
#include "tst_toolpage.moc"
