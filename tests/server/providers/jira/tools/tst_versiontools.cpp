// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/sitetester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::SiteTester;

/** jira_versions against the sandbox. */
class TestVersionTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_site = std::make_unique<SiteTester>(); }

    void listsVersions()
    {
        const QString all = m_site->ask(u"jira_list_versions"_s, R"({"project":"web"})");
        QVERIFY2(all.startsWith("2 of 2 versions of WEB (id  name  state  dates):\n"_L1),
                 qPrintable(all));
        QVERIFY2(all.contains("  1.0  released  20"_L1) && all.contains("  Many fixes"_L1),
                 qPrintable(all));
        const QString released =
            m_site->ask(u"jira_list_versions"_s, R"({"project":"WEB","state":["released"]})");
        QVERIFY2(released.startsWith("1 of 1 versions"_L1), qPrintable(released));
        QCOMPARE(m_site->ask(u"jira_list_versions"_s, R"({"project":"WEB","query":"9.9"})"),
                 u"Project WEB has no such versions."_s);
    }

    void pagesThroughVersions()
    {
        const QString first =
            m_site->ask(u"jira_list_versions"_s, R"({"project":"WEB","limit":1})");
        QVERIFY2(first.endsWith("\nMore: call again with cursor: \"1\""_L1), qPrintable(first));
        const QString rest =
            m_site->ask(u"jira_list_versions"_s, R"({"project":"WEB","cursor":"1"})");
        QVERIFY2(!rest.contains("More:"_L1), qPrintable(rest));
    }

    void createsAVersionAndReleasesIt()
    {
        const QString created = m_site->ask(
            u"jira_create_version"_s,
            R"({"project":"WEB","name":"2.0","description":"Large","start":"2026-12-01","release":"2026-12-20"})");
        QVERIFY2(created.startsWith("Created version 30"_L1), qPrintable(created));
        QVERIFY2(created.endsWith("  2.0  unreleased  2026-12-01 to 2026-12-20  Large in WEB"_L1),
                 qPrintable(created));
        const QString released = m_site->ask(
            u"jira_update_version"_s,
            R"({"project":"WEB","version":"2.0","released":true,"release":"2026-12-18"})");
        QVERIFY2(released.contains("  2.0  released  2026-12-01 to 2026-12-18"_L1),
                 qPrintable(released));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("unknown version")
            << u"jira_update_version"_s << R"({"project":"WEB","version":"7","released":true})"_ba
            << u"Argument \"version\" is \"7\", but project WEB has the versions: 1.0, 1.1."_s;
        QTest::newRow("nothing to change")
            << u"jira_update_version"_s << R"({"project":"WEB","version":"1.0"})"_ba
            << u"Nothing to change: pass name, description, start, release, released or archived."_s;
        QTest::newRow("before it starts")
            << u"jira_create_version"_s
            << R"({"project":"WEB","name":"3","start":"2026-12-20","release":"2026-12-01"})"_ba
            << u"Argument \"release\" is \"2026-12-01\", but must not be before the start, 2026-12-20."_s;
        QTest::newRow("not an administrator")
            << u"jira_create_version"_s << R"({"project":"MOB","name":"3"})"_ba
            << u"You may not make versions in project MOB: that takes the permission to "
               "administer it."_s;
        QTest::newRow("no project key")
            << u"jira_list_versions"_s << R"({"project":"the web"})"_ba
            << u"Argument \"project\" is \"the web\", but must be a project key such as ABC; "
               "list_projects shows them."_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, tool);
        QFETCH(QByteArray, arguments);
        QFETCH(QString, error);
        QCOMPARE(m_site->ask(tool, arguments.constData()), u"Error: "_s + error);
    }

    void tellsWhatJiraRefuses()
    {
        const QString twice =
            m_site->ask(u"jira_create_version"_s, R"({"project":"WEB","name":"1.0"})");
        QVERIFY2(twice.contains("name: A version with this name already exists"_L1),
                 qPrintable(twice));
    }

private:
    std::unique_ptr<SiteTester> m_site;
};

QTEST_GUILESS_MAIN(TestVersionTools)
#include "tst_versiontools.moc"
