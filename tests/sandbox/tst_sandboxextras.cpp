// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** What surrounds issues: watchers, links to pages elsewhere, and how worklogs go again. */
class TestSandboxExtras final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_jira = std::make_unique<JiraTester>();
        m_isBen = false;
    }

    void remembersWhoWatches()
    {
        const QByteArray path = "/rest/api/3/issue/WEB-1/watchers";
        const QString me =
            JiraTester::object(m_jira->get("/rest/api/3/myself"))["accountId"_L1].toString();
        QCOMPARE(watch(path, '"' + me.toLatin1() + '"').status, 204);
        QCOMPARE(watch(path, '"' + me.toLatin1() + '"').status, 204);
        QJsonObject watchers = JiraTester::object(m_jira->get(path));
        QCOMPARE(watchers["watchCount"_L1].toInt(), 1);
        QVERIFY(watchers["isWatching"_L1].toBool());
        QCOMPARE(watchers["watchers"_L1][0]["displayName"_L1].toString(), u"Ada Lindqvist"_s);
        QCOMPARE(watch(path, "\"nobody\"").status, 404);
        QCOMPARE(watch(path, "{\"accountId\":\"x\"}").status, 400);
        QCOMPARE(m_jira->send("DELETE", path).status, 400);
        QCOMPARE(m_jira->send("DELETE", path + "?accountId=" + me.toLatin1()).status, 204);
        watchers = JiraTester::object(m_jira->get(path));
        QCOMPARE(watchers["watchCount"_L1].toInt(), 0);
    }

    void letsOnlyAdministratorsWatchForOthers()
    {
        const QByteArray path = "/rest/api/3/issue/WEB-1/watchers";
        const QString ada =
            JiraTester::object(m_jira->get("/rest/api/3/myself"))["accountId"_L1].toString();
        m_isBen = true;
        QCOMPARE(watch(path, '"' + ada.toLatin1() + '"').status, 403);
    }

    void choosesPartsOfTheIssuesOwnProject()
    {
        const QByteArray path = "/rest/api/3/issue/WEB-5";
        QCOMPARE(setParts(u"Checkout"_s, u"1.1"_s).status, 204);
        const QJsonObject fields = JiraTester::object(m_jira->get(path))["fields"_L1].toObject();
        QCOMPARE(fields["components"_L1][0]["name"_L1].toString(), u"Checkout"_s);
        QCOMPARE(fields["fixVersions"_L1][0]["name"_L1].toString(), u"1.1"_s);
        QCOMPARE(found("component = checkout AND fixVersion = 1.1"), QStringList{u"WEB-5"_s});
        const Response refused = setParts(u"iOS"_s, u"7"_s);
        QCOMPARE(refused.status, 400);
        const QJsonObject errors = JiraTester::object(refused)["errors"_L1].toObject();
        QCOMPARE(errors["components"_L1].toString(), u"Component name 'iOS' is not valid"_s);
        QCOMPARE(errors["fixVersions"_L1].toString(), u"Version name '7' is not valid"_s);
    }

    void addsAndRemovesParts()
    {
        QCOMPARE(setParts(u"Checkout"_s, u"1.1"_s).status, 204);
        const QJsonArray changes{
            QJsonObject{{u"add"_s, QJsonObject{{u"name"_s, u"Search"_s}}}},
            QJsonObject{{u"remove"_s, QJsonObject{{u"name"_s, u"Checkout"_s}}}}};
        const QJsonObject update{{u"components"_s, changes}};
        QCOMPARE(m_jira->send("PUT", "/rest/api/3/issue/WEB-5", {{u"update"_s, update}}).status,
                 204);
        QCOMPARE(found("component = Checkout"), QStringList());
        QCOMPARE(found("component = Search"), QStringList{u"WEB-5"_s});
    }

    void replacesARemoteLinkOfTheSameGlobalId()
    {
        const QByteArray path = "/rest/api/3/issue/WEB-1/remotelink";
        const QJsonObject page{{u"url"_s, u"https://example.com/a"_s}, {u"title"_s, u"A"_s}};
        const QJsonObject other{{u"url"_s, u"https://example.com/b"_s}, {u"title"_s, u"B"_s}};
        const Response made =
            m_jira->send("POST", path, {{u"globalId"_s, u"x"_s}, {u"object"_s, page}});
        QCOMPARE(made.status, 201);
        const Response again =
            m_jira->send("POST", path, {{u"globalId"_s, u"x"_s}, {u"object"_s, other}});
        QCOMPARE(again.status, 200);
        QCOMPARE(JiraTester::object(again)["id"_L1], JiraTester::object(made)["id"_L1]);
        const QJsonArray links = JiraTester::array(m_jira->get(path));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links[0]["object"_L1]["title"_L1].toString(), u"B"_s);
        QCOMPARE(m_jira->send("DELETE", path + "?globalId=y").status, 404);
        QCOMPARE(m_jira->send("DELETE", path + "?globalId=x").status, 204);
        QCOMPARE(JiraTester::array(m_jira->get(path)).size(), 0);
        const QJsonObject bad{{u"url"_s, u"nowhere"_s}, {u"title"_s, u"A"_s}};
        QCOMPARE(m_jira->send("POST", path, {{u"object"_s, bad}}).status, 400);
        QCOMPARE(m_jira->send("DELETE", path + "/1").status, 404);
    }

    void deletesOwnWorklogs()
    {
        const QByteArray path = "/rest/api/3/issue/WEB-11/worklog";
        const QByteArray own = path + '/'
            + JiraTester::object(m_jira->send("POST", path, {{u"timeSpent"_s, u"1h"_s}}))["id"_L1]
                  .toString()
                  .toLatin1();
        m_jira->signIn(u"ben"_s);
        QCOMPARE(m_jira->send("DELETE", own).status, 400);
        m_jira->signIn(u"ada"_s);
        QCOMPARE(m_jira->send("DELETE", own + "?adjustEstimate=manual").status, 400);
        QCOMPARE(m_jira->send("DELETE", own + "?adjustEstimate=manual&increaseBy=1h").status, 204);
        QCOMPARE(m_jira->send("DELETE", own).status, 404);
    }

    void showsALinkByItsId()
    {
        const QJsonObject body{{u"type"_s, QJsonObject{{u"name"_s, u"Blocks"_s}}},
                               {u"inwardIssue"_s, QJsonObject{{u"key"_s, u"MOB-1"_s}}},
                               {u"outwardIssue"_s, QJsonObject{{u"key"_s, u"MOB-2"_s}}}};
        QCOMPARE(m_jira->send("POST", "/rest/api/3/issueLink", body).status, 201);
        const QJsonObject first =
            JiraTester::object(m_jira->get("/rest/api/3/issue/MOB-1?fields=issuelinks"));
        const QJsonArray links = first["fields"_L1]["issuelinks"_L1].toArray();
        const QByteArray id = links.last()["id"_L1].toString().toLatin1();
        const QJsonObject link = JiraTester::object(m_jira->get("/rest/api/3/issueLink/" + id));
        QCOMPARE(link["inwardIssue"_L1]["key"_L1].toString(), u"MOB-1"_s);
        QCOMPARE(link["outwardIssue"_L1]["key"_L1].toString(), u"MOB-2"_s);
        QCOMPARE(m_jira->get("/rest/api/3/issueLink/1").status, 404);
    }

private:
    /** Gives WEB-5 that component and that fix version. */
    Response setParts(const QString &component, const QString &version)
    {
        const auto named = [](const QString &name) {
            return QJsonArray{QJsonObject{{u"name"_s, name}}};
        };
        const QJsonObject fields{{u"components"_s, named(component)},
                                 {u"fixVersions"_s, named(version)}};
        return m_jira->send("PUT", "/rest/api/3/issue/WEB-5", {{u"fields"_s, fields}});
    }

    /** The keys that a search of Web Store finds. */
    QStringList found(const char *jql)
    {
        const QJsonObject search{{u"jql"_s, u"project = WEB AND "_s + QLatin1StringView(jql)},
                                 {u"fields"_s, QJsonArray{u"key"_s, u"summary"_s}}};
        const QJsonObject page =
            JiraTester::object(m_jira->send("POST", "/rest/api/3/search/jql", search));
        QStringList keys;
        for (const auto &issue : page["issues"_L1].toArray())
            keys.append(issue["key"_L1].toString());
        return keys;
    }

    /** A body that is no object. */
    Response watch(const QByteArray &target, const QByteArray &body)
    {
        Request request;
        request.method = "POST";
        request.target = target;
        const QString email = m_isBen ? u"ben@northwind.example"_s : u"ada@northwind.example"_s;
        const QByteArray token = m_isBen ? "sandbox-api-token-ben" : "sandbox-api-token-ada";
        request.headers = {JiraTester::basic(email, token),
                           HeaderField{"Content-Type", "application/json"}};
        request.body = body;
        return m_jira->send(request);
    }

    std::unique_ptr<JiraTester> m_jira;
    bool m_isBen = false;
};

QTEST_GUILESS_MAIN(TestSandboxExtras)
#include "tst_sandboxextras.moc"
