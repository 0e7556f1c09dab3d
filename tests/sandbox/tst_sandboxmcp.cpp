// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

class TestSandboxMcp : public QObject
{
    Q_OBJECT

    std::unique_ptr<Sandbox> m_sandbox;
    QByteArray m_authorization;

    Response post(McpService &service, const QString &target, const QJsonObject &message)
    {
        Request request;
        request.method = "POST";
        request.target = target.toUtf8();
        request.path = target.section(u'?', 0, 0);
        request.query = parsedPairs(target.section(u'?', 1).toUtf8());
        request.headers = {{"Authorization", m_authorization},
                           {"Content-Type", "application/json"}};
        request.body = QJsonDocument(message).toJson();
        return service.answer(request);
    }
    QJsonObject ask(McpService &service,
                    const QString &target,
                    const QString &method,
                    const QJsonObject &params)
    {
        const QJsonObject message{
            {u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, params}};
        return QJsonDocument::fromJson(post(service, target, message).body)["result"_L1].toObject();
    }
    QStringList listed(const QString &target)
    {
        QStringList names;
        const QJsonArray tools =
            ask(m_sandbox->atlassianMcp(), target, u"tools/list"_s, {})["tools"_L1].toArray();
        for (const auto &tool : tools)
            names.append(tool[u"name"_s].toString());
        return names;
    }
    /** What a tool says, read; {"isError": true} beside it for an error. */
    QJsonObject call(const QString &tool, const QJsonObject &arguments)
    {
        const bool isNotion = tool.startsWith("notion-"_L1);
        McpService &service = isNotion ? static_cast<McpService &>(m_sandbox->notionMcp())
                                       : m_sandbox->atlassianMcp();
        const QJsonObject result = ask(service,
                                       isNotion ? u"/mcp"_s : u"/v2/mcp"_s,
                                       u"tools/call"_s,
                                       {{u"name"_s, tool}, {u"arguments"_s, arguments}});
        QJsonObject said =
            QJsonDocument::fromJson(result["content"_L1][0]["text"_L1].toString().toUtf8())
                .object();
        if (result["isError"_L1].toBool())
            said[u"isError"_s] = true;
        return said;
    }
    /** What uploadAttachmentToJiraIssue says of WEB-1. */
    QJsonObject uploaded(QJsonObject inputs)
    {
        inputs[u"issueIdOrKey"_s] = u"WEB-1"_s;
        return call(u"executeWrite"_s,
                    onSite({{u"name"_s, u"uploadAttachmentToJiraIssue"_s}, {u"inputs"_s, inputs}}));
    }
    QJsonObject onSite(QJsonObject arguments)
    {
        arguments[u"cloudId"_s] = m_sandbox->site().cloudId();
        return arguments;
    }

private Q_SLOTS:
    void init()
    {
        m_sandbox = std::make_unique<Sandbox>();
        m_authorization =
            "Basic " + QByteArray("ada@northwind.example:sandbox-api-token-ada").toBase64();
    }

    void listsAFewToolsOrAll()
    {
        const QStringList few = listed(u"/v2/mcp"_s);
        QVERIFY(few.contains(u"createJiraIssue"_s) && few.contains(u"discover"_s));
        QVERIFY(!few.contains(u"listJiraProjects"_s));
        const QStringList all = listed(u"/v2/mcp?tools=all"_s);
        QVERIFY(all.contains(u"listJiraProjects"_s) && all.contains(u"createJiraIssue"_s));
        QVERIFY(!all.contains(u"executeRead"_s));
    }

    void letsInWhoHasAToken_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::newRow("key") << QByteArray("Bearer sandbox-api-token-ada") << 200;
        QTest::newRow("wrong key") << QByteArray("Bearer sandbox-api-token-eve") << 401;
        QTest::newRow("nothing") << QByteArray() << 401;
    }
    void letsInWhoHasAToken()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(int, status);
        m_authorization = authorization;
        const QJsonObject message{{u"id"_s, 1}, {u"method"_s, u"ping"_s}};
        QCOMPARE(post(m_sandbox->atlassianMcp(), u"/v2/mcp"_s, message).status, status);
    }

    void createsFindsAndChangesAnIssue()
    {
        const QString markdown = u"# Why\n\nBecause.\n\n- one\n- two"_s;
        const QString key = call(u"createJiraIssue"_s,
                                 onSite({{u"projectKey"_s, u"WEB"_s},
                                         {u"issueType"_s, u"Task"_s},
                                         {u"summary"_s, u"Through MCP"_s},
                                         {u"description"_s, markdown}}))["key"_L1]
                                .toString();
        QVERIFY(key.startsWith("WEB-"_L1));
        const QJsonObject issue = call(u"getJiraIssue"_s, onSite({{u"issueIdOrKey"_s, key}}));
        QCOMPARE(issue["fields"_L1]["description"_L1].toString(), markdown);
        const QJsonObject changed{{u"summary"_s, u"Changed"_s}};
        QVERIFY(call(u"editJiraIssue"_s,
                     onSite({{u"issueIdOrKey"_s, key}, {u"fields"_s, changed}}))["success"_L1]
                    .toBool());
        const QJsonObject found =
            call(u"searchJiraIssuesUsingJql"_s, onSite({{u"jql"_s, u"key = %1"_s.arg(key)}}));
        QCOMPARE(found["issues"_L1][0]["fields"_L1]["summary"_L1].toString(), u"Changed"_s);
    }

    void saysWhatJiraSays()
    {
        const QJsonObject refused = call(u"createJiraIssue"_s,
                                         onSite({{u"projectKey"_s, u"WEB"_s},
                                                 {u"issueType"_s, u"Nothing"_s},
                                                 {u"summary"_s, u"x"_s}}));
        QVERIFY(refused["isError"_L1].toBool());
        QVERIFY(!refused["message"_L1].toString().isEmpty());
        QVERIFY(call(u"getJiraIssue"_s, {{u"issueIdOrKey"_s, u"WEB-1"_s}})["isError"_L1].toBool());
    }

    void runsWhatIsDiscoveredByTheRightWay()
    {
        const QJsonObject found = call(u"discover"_s, {{u"query"_s, u"comment"_s}});
        QCOMPARE(found["tools"_L1].toArray().size(), 2);
        const QJsonObject inputs{{u"issueIdOrKey"_s, u"WEB-1"_s}, {u"commentBody"_s, u"Hello"_s}};
        const QJsonObject comment =
            onSite({{u"name"_s, u"addOrEditJiraIssueComment"_s}, {u"inputs"_s, inputs}});
        QVERIFY(call(u"executeRead"_s, comment)["isError"_L1].toBool());
        QVERIFY(call(u"executeWrite"_s, comment).contains("id"_L1));
    }

    void takesAFileInTwoSteps()
    {
        const QJsonObject offer = uploaded({{u"filePath"_s, u"/tmp/a b.txt"_s}});
        QCOMPARE(offer["fileName"_L1].toString(), u"a b.txt"_s);
        const QString command = offer["uploadCommand"_L1].toString();
        QVERIFY2(command.startsWith("curl "_L1), qPrintable(command));
        Request request;
        request.method = "POST";
        request.path = u"/file/binary"_s;
        request.query = {{u"collection"_s, offer["collection"_L1].toString()},
                         {u"name"_s, u"a b.txt"_s}};
        request.body = "bytes";
        QCOMPARE(m_sandbox->atlassianMcp().answer(request).status, 401);
        const QString token = command.section(u"Bearer "_s, 1).section(u'\'', 0, 0);
        request.headers = {{"Authorization", "Bearer " + token.toLatin1()}};
        const Response stored = m_sandbox->atlassianMcp().answer(request);
        QCOMPARE(stored.status, 201);
        // A token is good for one file.
        QCOMPARE(m_sandbox->atlassianMcp().answer(request).status, 401);
        const QString id = QJsonDocument::fromJson(stored.body)["data"_L1]["id"_L1].toString();
        const JiraIssue *issue = m_sandbox->site().issue(u"WEB-1"_s);
        const qsizetype before = issue->attachments.size();
        QVERIFY(uploaded({{u"fileId"_s, u"unknown"_s}})["isError"_L1].toBool());
        QVERIFY(!uploaded({{u"fileId"_s, id}})["isError"_L1].toBool());
        QCOMPARE(issue->attachments.size(), before + 1);
        QCOMPARE(issue->attachments.last().content, "bytes"_ba);
    }

    void readsNotion()
    {
        m_authorization = "Bearer " + m_sandbox->notion().workspace().connections.front().token;
        const QJsonArray results =
            call(u"notion-search"_s, {{u"query"_s, QString()}})["results"_L1].toArray();
        QVERIFY(!results.isEmpty());
        QString page;
        for (const auto &result : results) {
            if (result[u"type"_s] == "page"_L1)
                page = result[u"url"_s].toString();
        }
        QVERIFY(!call(u"notion-fetch"_s, {{u"id"_s, page}})["text"_L1].toString().isEmpty());
        QVERIFY(call(u"notion-fetch"_s, {{u"id"_s, u"nowhere"_s}})["isError"_L1].toBool());
    }
};

QTEST_GUILESS_MAIN(TestSandboxMcp)
#include "tst_sandboxmcp.moc"
