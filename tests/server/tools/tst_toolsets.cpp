// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/findtools.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"
#include "server/tools/toolsetfilter.h"
#include "server/tools/toolsets.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

namespace {

QCoro::Task<Result<ToolResult>> done(ToolCall)
{
    co_return ToolResult::fromText(u"done"_s);
}

Caller caller(const QStringList &toolsets = {})
{
    Caller caller;
    caller.userId = u"user_1"_s;
    caller.keyId = u"key_1"_s;
    caller.keyName = u"Cursor"_s;
    caller.access = KeyAccess::Full;
    caller.toolsets = toolsets;
    return caller;
}

} // namespace

class TestToolsets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_filter.reset();
        m_registry = std::make_unique<ToolRegistry>();
        m_connected.clear();
        m_filter = std::make_unique<ToolsetFilter>(
            *m_registry, *m_registry, [this](const Caller &, const QString &service) {
                return m_connected.contains(service);
            });
        add(u"jira_search"_s, u"jira"_s, {}, u"Finds issues."_s);
        add(u"jira_list_sprints"_s, u"jira"_s, u"jira_agile"_s, u"Lists the sprints of a board."_s);
        add(u"jira_list_worklogs"_s, u"jira"_s, u"jira_worklogs"_s, u"Who worked how long."_s);
        add(u"todoist_list_tasks"_s, u"todoist"_s, u"todoist"_s, u"Lists tasks."_s);
        addFindTools(*m_registry, *m_filter);
    }

    void namesAreUniqueAndBelongToTheirService()
    {
        QSet<QString> names;
        for (const Toolset &toolset : allToolsets()) {
            QVERIFY(!names.contains(toolset.name));
            names.insert(toolset.name);
            QVERIFY(toolset.name.startsWith(toolset.service));
            QCOMPARE(toolset.comesWithConnection, toolset.name == toolset.service);
        }
    }

    void checksNames_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QStringList>("checked");
        QTest::newRow("none") << QStringList() << QStringList();
        QTest::newRow("empty text") << QStringList{u""_s} << QStringList();
        QTest::newRow("doubles, order, case")
            << QStringList{u"notion_blocks"_s, u" Jira_Agile "_s, u"jira_agile"_s}
            << QStringList{u"jira_agile"_s, u"notion_blocks"_s};
        QTest::newRow("all") << QStringList{u"jira_agile"_s, u"ALL"_s} << QStringList{u"all"_s};
    }

    void checksNames()
    {
        QFETCH(const QStringList, given);
        QTEST(checkedToolsets(given).value(), "checked");
    }

    void refusesAnUnknownNameAndListsTheKnown()
    {
        const auto checked = checkedToolsets({u"jira_sprints"_s});
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
        QVERIFY(checked.error().message.contains(u"“jira_sprints”"_s));
        QVERIFY(checked.error().message.contains(u"jira_agile, "_s));
    }

    void listsTheCoreAndWhatIsSwitchedOn()
    {
        QCOMPARE(listed(caller()), (QStringList{u"find_tools"_s, u"jira_search"_s}));
        QCOMPARE(listed(caller({u"jira_agile"_s})),
                 (QStringList{u"find_tools"_s, u"jira_list_sprints"_s, u"jira_search"_s}));
        QCOMPARE(listed(caller({u"all"_s})).size(), 5);
    }

    void listsAServiceWithOneToolsetOnceItIsConnected()
    {
        m_connected = {u"todoist"_s, u"jira"_s};
        QCOMPARE(listed(caller()),
                 (QStringList{u"find_tools"_s, u"jira_search"_s, u"todoist_list_tasks"_s}));
    }

    void hidesNothingFromCallsWithoutAKey()
    {
        Caller owner = caller();
        owner.keyId.clear();
        QCOMPARE(listed(owner).size(), 5);
        QCOMPARE(call(u"jira_list_sprints"_s, owner), u"done"_s);
    }

    void refusesWhatIsSwitchedOffAndSaysHowToSwitchItOn()
    {
        const QString text = call(u"jira_list_sprints"_s, caller());
        QVERIFY(m_isError);
        QVERIFY(text.contains(u"fairleadctl keys toolsets key_1 jira_agile"_s));
        QVERIFY(text.contains(u"“Cursor”"_s));
        QCOMPARE(call(u"jira_list_sprints"_s, caller({u"jira_agile"_s})), u"done"_s);
        QVERIFY(!m_isError);
    }

    void doesNotKnowAToolThatThereIsNot()
    {
        const auto result = QCoro::waitFor(m_filter->invoke({.tool = u"nothing"_s,
                                                             .arguments = {},
                                                             .caller = caller(),
                                                             .cancellation = {},
                                                             .reportProgress = {}}));
        QCOMPARE(result.error().code, ErrorCode::NotFound);
    }

    void findToolsGivesAnOverview()
    {
        const QString text = call(u"find_tools"_s, caller());
        QVERIFY(text.contains(u"jira_agile (Jira: boards and sprints): jira_list_sprints"_s));
        QVERIFY(text.contains(u"jira_worklogs"_s));
        QVERIFY(text.contains(u"todoist_list_tasks"_s));
        QVERIFY(!text.contains(u"jira_search"_s));
    }

    void findToolsFindsByWords()
    {
        const QString text = call(u"find_tools"_s, caller(), {{u"query"_s, u"SPRINT"_s}});
        QVERIFY(text.startsWith(u"jira_list_sprints(board), in jira_agile: Lists the sprints"_s));
        QVERIFY(!text.contains(u"jira_worklogs"_s));
        QVERIFY(text.contains(u"keys toolsets key_1 jira_agile"_s));
    }

    void findToolsSaysWhatNeedsAConnection()
    {
        const QString text = call(u"find_tools"_s, caller(), {{u"query"_s, u"tasks"_s}});
        QVERIFY(text.contains(u"Todoist come with a connection"_s));
        QVERIFY(!text.contains(u"fairleadctl"_s));
    }

    void findToolsShowsEverythingWhereNothingFits()
    {
        const QString text = call(u"find_tools"_s, caller(), {{u"query"_s, u"zebra"_s}});
        QVERIFY(text.startsWith(u"Nothing fits"_s));
        QVERIFY(text.contains(u"jira_list_sprints"_s));
    }

    void findToolsSaysWhenEverythingIsOn()
    {
        QVERIFY(call(u"find_tools"_s, caller({u"all"_s})).startsWith(u"Everything"_s));
    }

private:
    void add(const QString &name,
             const QString &service,
             const QString &toolset,
             const QString &description)
    {
        ToolDefinition definition;
        definition.name = name;
        definition.description = description;
        definition.inputSchema =
            inputSchema(R"({"board":{"type":"string"},"connection":{"type":"string"}})");
        definition.service = service;
        definition.toolset = toolset;
        m_registry->add(definition, done);
    }

    [[nodiscard]] QStringList listed(const Caller &caller) const
    {
        QStringList names;
        for (const ToolDefinition &tool : m_filter->list(caller))
            names.append(tool.name);
        return names;
    }

    QString call(const QString &tool, const Caller &caller, const QJsonObject &arguments = {})
    {
        const auto result = QCoro::waitFor(m_filter->invoke({.tool = tool,
                                                             .arguments = arguments,
                                                             .caller = caller,
                                                             .cancellation = {},
                                                             .reportProgress = {}}));
        m_isError = result->isError;
        return result->content.first().text;
    }

    std::unique_ptr<ToolRegistry> m_registry;
    std::unique_ptr<ToolsetFilter> m_filter;
    QSet<QString> m_connected;
    bool m_isError = false;
};

QTEST_GUILESS_MAIN(TestToolsets)
#include "tst_toolsets.moc"
