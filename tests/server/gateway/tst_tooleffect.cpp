// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/tooleffect.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using tools::ToolEffect;

Q_DECLARE_METATYPE(fairlead::tools::ToolEffect)
Q_DECLARE_METATYPE(fairlead::gateway::Trust)

class TestToolEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByTheVerbs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ToolEffect>("effect");
        const auto row = [](const char *name, ToolEffect effect) {
            QTest::newRow(name) << QString::fromLatin1(name) << effect;
        };
        row("getJiraIssue", ToolEffect::Read);
        row("searchJiraIssuesUsingJql", ToolEffect::Read);
        row("list_projects", ToolEffect::Read);
        row("notion-fetch", ToolEffect::Read);
        row("API-retrieve-a-page", ToolEffect::Read);
        row("createJiraIssue", ToolEffect::Write);
        row("notion-update-page", ToolEffect::Write);
        row("get_or_create_label", ToolEffect::Write);
        row("deleteJiraIssue", ToolEffect::Destructive);
        row("list_and_delete", ToolEffect::Destructive);
        row("executeDestructive", ToolEffect::Destructive);
        row("API-delete-a-block", ToolEffect::Destructive);
        row("echo", ToolEffect::Write);
        row("getter", ToolEffect::Write);
        row("", ToolEffect::Write);
    }
    void judgesByTheVerbs()
    {
        QFETCH(QString, name);
        QTEST(judgedEffect(name, {}, Trust::Stranger), "effect");
    }

    void takesHintsForWhatTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("hints");
        QTest::addColumn<Trust>("trust");
        QTest::addColumn<ToolEffect>("effect");
        const QJsonObject readOnly{{u"readOnlyHint"_s, true}};
        const QJsonObject writes{{u"readOnlyHint"_s, false}};
        const QJsonObject destroys{{u"destructiveHint"_s, true}};
        QTest::newRow("a deletion stays one")
            << u"delete_all"_s << readOnly << Trust::Known << ToolEffect::Destructive;
        QTest::newRow("a write stays one")
            << u"add_label"_s << readOnly << Trust::Known << ToolEffect::Write;
        QTest::newRow("a stranger's word makes nothing harmless")
            << u"echo"_s << readOnly << Trust::Stranger << ToolEffect::Write;
        QTest::newRow("a known server's word does where the name says nothing")
            << u"echo"_s << readOnly << Trust::Known << ToolEffect::Read;
        QTest::newRow("a warning is heeded")
            << u"get_page"_s << destroys << Trust::Stranger << ToolEffect::Destructive;
        QTest::newRow("so is a smaller one")
            << u"get_page"_s << writes << Trust::Stranger << ToolEffect::Write;
        QTest::newRow("and one about a write")
            << u"replace_page"_s << destroys << Trust::Known << ToolEffect::Destructive;
    }
    void takesHintsForWhatTheyAre()
    {
        QFETCH(QString, name);
        QFETCH(QJsonObject, hints);
        QFETCH(Trust, trust);
        QTEST(judgedEffect(name, hints, trust), "effect");
    }

    void knowsItsNames()
    {
        for (const auto effect : {ToolEffect::Read, ToolEffect::Write, ToolEffect::Destructive})
            QCOMPARE(effectFromName(QString(effectName(effect))), effect);
        QVERIFY(!effectFromName(u"Read"));
    }
};

QTEST_GUILESS_MAIN(TestToolEffect)
#include "tst_tooleffect.moc"
