// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/tools/jirasandbox.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using tests::JiraFixture;
using tests::JiraSandbox;

namespace {

/** "from blocks to" */
QString addLink(JiraSandbox &world, const QString &from, const QString &to, const QString &type)
{
    sandbox::Site &site = world.sandbox().site();
    QString typeId;
    for (const auto &known : std::as_const(site.linkTypes)) {
        if (known.name == type)
            typeId = known.id;
    }
    const QString id = site.nextId();
    site.links.append({.id = id,
                       .typeId = typeId,
                       .fromIssueId = world.issue(from).id,
                       .toIssueId = world.issue(to).id});
    return id;
}

QJsonObject between(const QString &from, const QString &to)
{
    return {{u"from"_s, from}, {u"to"_s, to}};
}

} // namespace

/** The toolset jira_links. */
class TestLinkTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unlinksByKeys_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("as linked") << u"MOB-1"_s << u"MOB-2"_s << u"MOB-1 blocks MOB-2"_s;
        QTest::newRow("the other way")
            << u"mob-2"_s << u"mob-1"_s << u"MOB-2 is blocked by MOB-1"_s;
    }
    void unlinksByKeys()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, sentence);
        JiraSandbox world;
        const auto before = world.sandbox().site().links.size();
        addLink(world, u"MOB-1"_s, u"MOB-2"_s, u"Blocks"_s);
        QCOMPARE(world.call(u"jira_unlink_issues"_s, between(from, to)),
                 u"Removed the link: "_s + sentence);
        QCOMPARE(world.sandbox().site().links.size(), before);
    }

    void unlinksById()
    {
        JiraSandbox world;
        const QString id = addLink(world, u"MOB-1"_s, u"MOB-2"_s, u"Blocks"_s);
        QCOMPARE(world.call(u"jira_unlink_issues"_s, {{u"link_id"_s, id}}),
                 u"Removed the link: MOB-1 blocks MOB-2"_s);
        const QString again = world.call(u"jira_unlink_issues"_s, {{u"link_id"_s, id}});
        QVERIFY2(again.startsWith(u"ERROR: Issue link %1 does not exist"_s.arg(id)),
                 qPrintable(again));
    }

    void asksWhichOfSeveral()
    {
        JiraSandbox world;
        const QString blocks = addLink(world, u"MOB-1"_s, u"MOB-2"_s, u"Blocks"_s);
        const QString relates = addLink(world, u"MOB-1"_s, u"MOB-2"_s, u"Relates"_s);
        const QString asked = world.call(u"jira_unlink_issues"_s, between(u"MOB-1"_s, u"MOB-2"_s));
        QCOMPARE(asked,
                 u"ERROR: Several links lead to MOB-2: %1 (MOB-1 blocks MOB-2), %2 (MOB-1 relates "
                 "to MOB-2). Pass the link_id."_s.arg(blocks, relates));
        QJsonObject typed = between(u"MOB-1"_s, u"MOB-2"_s);
        typed.insert(u"type"_s, u"relates"_s);
        QCOMPARE(world.call(u"jira_unlink_issues"_s, typed),
                 u"Removed the link: MOB-1 relates to MOB-2"_s);
    }

    void saysWhatLinksThereAre()
    {
        JiraSandbox world;
        const QString id = addLink(world, u"MOB-1"_s, u"MOB-2"_s, u"Blocks"_s);
        const QString other = world.call(u"jira_unlink_issues"_s, between(u"MOB-1"_s, u"MOB-3"_s));
        QVERIFY2(other.startsWith(u"ERROR: There is no such link to MOB-3."_s), qPrintable(other));
        QVERIFY(other.contains(u"%1 (MOB-1 blocks MOB-2)"_s.arg(id)));
        for (const QJsonObject &given :
             {QJsonObject(), QJsonObject{{u"from"_s, u"MOB-1"_s}}, between(u"MOB-1"_s, u"x"_s)})
            QVERIFY(world.call(u"jira_unlink_issues"_s, given).startsWith(u"ERROR: "_s));
    }

    void keepsRemoteLinks()
    {
        JiraSandbox world;
        const QString url = world.url(u"WEB-1"_s);
        QCOMPARE(world.call(u"jira_list_remote_links"_s, {{u"key"_s, u"WEB-1"_s}}),
                 u"WEB-1 has no remote links."_s);
        const QString added = world.call(u"jira_add_remote_link"_s,
                                         {{u"key"_s, u"WEB-1"_s},
                                          {u"url"_s, u"https://example.com/a?b=1&c=%20"_s},
                                          {u"title"_s, u"The  design"_s},
                                          {u"relationship"_s, u"documented by"_s}});
        const auto &links = world.issue(u"WEB-1"_s).remoteLinks;
        QCOMPARE(links.size(), 1);
        const QString id = links.first().id;
        QCOMPARE(added,
                 u"Linked WEB-1 to https://example.com/a?b=1&c=%20 (id "_s + id + u")  "_s + url);
        QCOMPARE(links.first().object["url"_L1].toString(), u"https://example.com/a?b=1&c=%20"_s);
        QCOMPARE(world.call(u"jira_list_remote_links"_s, {{u"key"_s, u"WEB-1"_s}}),
                 id + u"  The design  https://example.com/a?b=1&c=%20  [documented by]"_s);
        QCOMPARE(world.call(u"jira_delete_remote_link"_s, {{u"key"_s, u"WEB-1"_s}, {u"id"_s, id}}),
                 u"Deleted remote link %1 of WEB-1  "_s.arg(id) + url);
        QVERIFY(links.isEmpty());
        const QString again =
            world.call(u"jira_delete_remote_link"_s, {{u"key"_s, u"WEB-1"_s}, {u"id"_s, id}});
        QVERIFY2(again.startsWith(u"ERROR: Remote link %1 of WEB-1 does not exist"_s.arg(id)),
                 qPrintable(again));
    }

    void replacesARemoteLinkByItsGlobalId()
    {
        JiraSandbox world;
        for (const char *page : {"a", "b"}) {
            const QString text =
                world.call(u"jira_add_remote_link"_s,
                           {{u"key"_s, u"WEB-1"_s},
                            {u"url"_s, u"https://example.com/"_s + QLatin1StringView(page)},
                            {u"global_id"_s, u"system=x&id=1"_s}});
            QVERIFY2(text.startsWith(u"Linked WEB-1"_s), qPrintable(text));
        }
        QCOMPARE(world.issue(u"WEB-1"_s).remoteLinks.size(), 1);
        const QString listed = world.call(u"jira_list_remote_links"_s, {{u"key"_s, u"WEB-1"_s}});
        QVERIFY2(listed.endsWith(u"  https://example.com/b  https://example.com/b  global_id: "
                                 "system=x&id=1"_s),
                 qPrintable(listed));
        const QString deleted =
            world.call(u"jira_delete_remote_link"_s,
                       {{u"key"_s, u"WEB-1"_s}, {u"global_id"_s, u"system=x&id=1"_s}});
        QVERIFY2(deleted.startsWith(u"Deleted remote link system=x&id=1 of WEB-1"_s),
                 qPrintable(deleted));
        QVERIFY(world.issue(u"WEB-1"_s).remoteLinks.isEmpty());
    }

    void refusesOtherAddresses()
    {
        JiraFixture jira;
        jira.connect();
        for (const char *url :
             {"javascript:alert(1)", "file:///etc/passwd", "example.com", "x y"}) {
            const auto result =
                jira.call(u"jira_add_remote_link"_s,
                          {{u"key"_s, u"ABC-1"_s}, {u"url"_s, QString::fromLatin1(url)}});
            QVERIFY(result.isError);
            QVERIFY(JiraFixture::textOf(result).contains(u"https://example.com/page"_s));
        }
        for (const QJsonObject &given :
             {QJsonObject{{u"key"_s, u"ABC-1"_s}},
              QJsonObject{{u"key"_s, u"ABC-1"_s}, {u"id"_s, u"1"_s}, {u"global_id"_s, u"x"_s}}}) {
            const auto result = jira.call(u"jira_delete_remote_link"_s, given);
            QVERIFY(JiraFixture::textOf(result).contains(u"either \"id\" or \"global_id\""_s));
        }
    }
};

QTEST_GUILESS_MAIN(TestLinkTools)
#include "tst_linktools.moc"
