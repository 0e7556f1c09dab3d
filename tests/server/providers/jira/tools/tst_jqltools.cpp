// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::SiteTester;

/** jira_jql against the sandbox. */
class TestJqlTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void acceptsGoodJql()
    {
        QCOMPARE(m_site->ask(u"jira_validate_jql"_s,
                             R"({"jql":"project = WEB AND status = Done ORDER BY updated"})"),
                 u"The JQL is valid."_s);
    }

    void saysWhatIsWrongWithJql_data()
    {
        QTest::addColumn<QString>("jql");
        QTest::addColumn<QString>("begin");
        QTest::addColumn<QString>("end");
        QTest::newRow("field") << u"asignee = currentUser()"_s
                               << u"Error: Field 'asignee' does not exist"_s
                               << u" Did you mean assignee?"_s;
        QTest::newRow("name of words") << u"'Story point estimat' > 3"_s << u"Error: Field '"_s
                                       << u" Did you mean \"Story point estimate\"?"_s;
        QTest::newRow("far off") << u"xylophonist = 3"_s << u"Error: Field 'xylophonist'"_s
                                 << u" jira_find_fields shows the fields."_s;
        QTest::newRow("syntax") << u"project WEB"_s << u"Error: Error in the JQL Query"_s << u"."_s;
        QTest::newRow("value") << u"status = Dine"_s << u"Warning: "_s << u"'status'."_s;
    }
    void saysWhatIsWrongWithJql()
    {
        QFETCH(QString, jql);
        QFETCH(QString, begin);
        QFETCH(QString, end);
        const QString answer = m_site->ask(u"jira_validate_jql"_s, QJsonObject{{u"jql"_s, jql}});
        QVERIFY2(answer.startsWith(begin), qPrintable(answer));
        QVERIFY2(answer.section(u'(', 0, 0).trimmed().endsWith(end.trimmed())
                     || answer.endsWith(end) || answer.contains(end),
                 qPrintable(answer));
    }

    void suggestsValues()
    {
        QCOMPARE(m_site->ask(u"jira_jql_suggestions"_s, R"({"field":"status","value":"in"})"),
                 u"Values as JQL takes them:\n\"In Progress\"\n\"In Review\""_s);
        const QString people =
            m_site->ask(u"jira_jql_suggestions"_s, R"({"field":"assignee","value":"ada"})");
        QVERIFY2(people.endsWith("  Ada Lindqvist"_L1), qPrintable(people));
        const QString wrong = m_site->ask(u"jira_jql_suggestions"_s, R"({"field":"Priorty"})");
        QVERIFY2(wrong.startsWith("No values. "_L1)
                     && wrong.endsWith("Did you mean \"Priority\"?"_L1),
                 qPrintable(wrong));
        QCOMPARE(m_site->ask(u"jira_jql_suggestions"_s, R"({"field":"summary"})"),
                 u"No values of summary match, or it is a field that has no list of them."_s);
    }

    void findsFields()
    {
        QCOMPARE(m_site->ask(u"jira_find_fields"_s, R"({"query":"story"})"),
                 u"1 of 1 fields (id  name  type):\n"
                 "customfield_10016  Story point estimate  number (float)"_s);
        const QString some = m_site->ask(u"jira_find_fields"_s, R"({"limit":2})");
        QVERIFY2(some.startsWith("2 of 2"_L1) && some.count(u'\n') == 2, qPrintable(some));
        const QString none = m_site->ask(u"jira_find_fields"_s, R"({"query":"Severty"})");
        QVERIFY2(none.endsWith(" is called so. The nearest is \"Severity\"."_L1), qPrintable(none));
    }

    void listsFilters()
    {
        const QString mine = m_site->ask(u"jira_list_filters"_s, R"({"owner":"me"})");
        QVERIFY2(mine.startsWith("1 of 1 filters (id  name  owner  JQL)"_L1), qPrintable(mine));
        QVERIFY2(mine.endsWith("\n10100  Open bugs of the store  Ada Lindqvist  project = WEB AND "
                               "type = Bug AND statusCategory != Done ORDER BY priority DESC"_L1),
                 qPrintable(mine));
        const QString named =
            m_site->ask(u"jira_list_filters"_s, R"({"query":"open bugs","limit":1})");
        QVERIFY2(named.startsWith("1 of 2 filters"_L1)
                     && named.endsWith("\nMore: call again with cursor: \"1\""_L1),
                 qPrintable(named));
        QCOMPARE(m_site->ask(u"jira_list_filters"_s, R"({"query":"nothing"})"), u"No filters."_s);
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestJqlTools)
#include "tst_jqltools.moc"
