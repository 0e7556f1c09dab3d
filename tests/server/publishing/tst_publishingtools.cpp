// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publishingtools.h"
#include "tests/server/publishing/publishingworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::PublishingWorld;

/** The tools as a model calls them. */
class TestPublishingTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<PublishingWorld>();
        publishing::addPublishingTools(m_world->site.jira.registry, m_world->publisher);
    }

    void publishesAFile()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const QString said =
            m_world->site.ask(u"publish_file"_s, R"({"path":"plan.md","project":"web"})");
        QVERIFY2(said.startsWith("Created WEB-"_L1) && said.contains(" from plan.md  http"_L1),
                 qPrintable(said));
        const QString again =
            m_world->site.ask(u"publish_file"_s, R"({"path":"plan.md","project":"WEB"})");
        QVERIFY2(again.startsWith("plan.md is published as WEB-"_L1)
                     && again.contains(" and has not changed"_L1),
                 qPrintable(again));
    }

    void saysWhatItWouldDo()
    {
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        QCOMPARE(m_world->site.ask(u"publish_file"_s,
                                   R"({"path":"plan.md","project":"WEB","dry_run":true})"),
                 u"Would create an issue in WEB from plan.md: Plan"_s);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        QTest::addColumn<QString>("error");
        QTest::newRow("no project") << R"({"path":"plan.md"})"_ba
                                    << u"plan.md is not published yet. Say to which project"_s;
        QTest::newRow("unknown project")
            << R"({"path":"plan.md","project":"NONE"})"_ba << u"NONE"_s;
        QTest::newRow("no key") << R"({"path":"plan.md","project":"../x"})"_ba << u"project"_s;
        QTest::newRow("unknown type")
            << R"({"path":"plan.md","project":"WEB","type":"Saga"})"_ba << u"Saga"_s;
        QTest::newRow("outside") << R"({"path":"/etc/hostname","project":"WEB"})"_ba
                                 << u"is not in a folder that is approved"_s;
        QTest::newRow("missing") << R"({"path":"none.md","project":"WEB"})"_ba
                                 << u"does not exist"_s;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, arguments);
        QFETCH(QString, error);
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        const QString said = m_world->site.ask(u"publish_file"_s, arguments.constData());
        QVERIFY2(said.startsWith("Error: "_L1) && said.contains(error), qPrintable(said));
    }

    void listsPublishedFiles()
    {
        QCOMPARE(m_world->site.ask(u"list_published_files"_s, "{}"),
                 u"No file is published yet."_s);
        m_world->write(u"plan.md"_s, "# Plan\n\nText");
        m_world->published(m_world->request(u"plan.md"_s));
        m_world->write(u"plan.md"_s, "# Plan\n\nOther text");
        const QString said = m_world->site.ask(u"list_published_files"_s, "{}");
        QVERIFY2(
            said.startsWith("WEB-"_L1)
                && said.endsWith(u"  To Do  %1  changed since"_s.arg(m_world->path(u"plan.md"_s))),
            qPrintable(said));
    }

    void saysWhatIsStillToBeAttached()
    {
        m_world->write(u"map.png"_s, "PNG");
        m_world->write(u"plan.md"_s, "# Plan\n\n![](map.png)");
        m_world->loseAnswer("POST"_ba, u"/rest/api/3/issue/*/attachments"_s);
        m_world->published(m_world->request(u"plan.md"_s));
        const QString said = m_world->site.ask(u"list_published_files"_s, "{}");
        QVERIFY2(said.contains("1 file is still to be attached: map.png."_L1), qPrintable(said));
    }

private:
    std::unique_ptr<PublishingWorld> m_world;
};

QTEST_GUILESS_MAIN(TestPublishingTools)
#include "tst_publishingtools.moc"
