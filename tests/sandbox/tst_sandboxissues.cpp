// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jiratester.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** What the site refuses about issues, and what it remembers of them. */
class TestSandboxIssues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void createsAnIssueThatCanBeReadAndFound();
    void namesEachFieldThatIsWrong_data();
    void namesEachFieldThatIsWrong();
    void showsRequiredFieldsAndTheirValues();
    void refusedEditsChangeNothing();
    void editsFieldsAndLabels();
    void keepsSubtasksUnlessToldOtherwise();
    void movesThroughTheWorkflow();
    void storesCommentsAndShowsThemInOrder();
    void refusesAdf_data();
    void refusesAdf();
    void logsWork();
    void linksInTheRightDirection();
    void storesAttachmentsAndRedirectsToThem();
    void resetBringsTheSeedDataBack();

private:
    std::unique_ptr<JiraTester> m_jira;
};

void TestSandboxIssues::init()
{
    m_jira = std::make_unique<JiraTester>();
}

void TestSandboxIssues::createsAnIssueThatCanBeReadAndFound()
{
    const QJsonObject fields{{u"project"_s, QJsonObject{{u"key"_s, u"WEB"_s}}},
                             {u"issuetype"_s, QJsonObject{{u"name"_s, u"Bug"_s}}},
                             {u"summary"_s, u"Printed invoices lack the logo"_s},
                             {u"labels"_s, QJsonArray{u"printing"_s}},
                             {u"parent"_s, QJsonObject{{u"key"_s, u"WEB-1"_s}}},
                             {u"description"_s, JiraTester::document(u"On paper only."_s)}};
    const Response created = m_jira->send("POST", "/rest/api/3/issue", {{u"fields"_s, fields}});
    QCOMPARE(created.status, 201);
    QCOMPARE(JiraTester::object(created)["key"_L1].toString(), u"WEB-26"_s);
    const QJsonObject issue =
        JiraTester::object(m_jira->get("/rest/api/3/issue/web-26"))["fields"_L1].toObject();
    QCOMPARE(issue["status"_L1]["name"_L1].toString(), u"To Do"_s);
    QCOMPARE(issue["reporter"_L1]["displayName"_L1].toString(), u"Ada Lindqvist"_s);
    QCOMPARE(issue["created"_L1].toString(), u"2026-11-20T12:00:00.000+0000"_s);
    QCOMPARE(issue["description"_L1].toObject(), fields["description"_L1].toObject());
    QCOMPARE(issue["parent"_L1]["key"_L1].toString(), u"WEB-1"_s);
    const Response found = m_jira->send(
        "POST", "/rest/api/3/search/approximate-count", {{u"jql"_s, u"labels = printing"_s}});
    QCOMPARE(JiraTester::object(found)["count"_L1].toInt(), 1);
}

void TestSandboxIssues::namesEachFieldThatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<QString>("error");
    const auto add = [](const char *name, const QJsonObject &change, const QString &error) {
        QTest::newRow(name) << change << error;
    };
    add("no summary",
        {{u"summary"_s, u" "_s}},
        u"summary: You must specify a summary of the issue."_s);
    add("long summary",
        {{u"summary"_s, QString(256, u'x')}},
        u"summary: Summary can't exceed 255 characters."_s);
    add("description as text",
        {{u"description"_s, u"text"_s}},
        u"description: Operation value must be an Atlassian Document (see the Atlassian Document "
        "Format)"_s);
    add("unknown field",
        {{u"customfield_9"_s, 1}},
        u"customfield_9: Field 'customfield_9' cannot be set. It is not on the appropriate "
        "screen, or unknown."_s);
    add("field of another screen",
        {{u"status"_s, QJsonObject{{u"name"_s, u"Done"_s}}}},
        u"status: Field 'status' cannot be set. It is not on the appropriate screen, or "
        "unknown."_s);
    add("priority",
        {{u"priority"_s, QJsonObject{{u"name"_s, u"Urgent"_s}}}},
        u"priority: The priority selected is invalid."_s);
    add("label with a space",
        {{u"labels"_s, QJsonArray{u"two words"_s}}},
        u"labels: The label 'two words' contains spaces which is invalid."_s);
    add("issue type",
        {{u"issuetype"_s, QJsonObject{{u"name"_s, u"Idea"_s}}}},
        u"issuetype: Specify a valid issue type"_s);
    add("project",
        {{u"project"_s, QJsonObject{{u"key"_s, u"NOPE"_s}}}},
        u"project: valid project is required"_s);
    add("severity missing",
        {{u"customfield_10050"_s, QJsonValue::Null}},
        u"customfield_10050: Severity is required."_s);
    add("severity wrong",
        {{u"customfield_10050"_s, QJsonObject{{u"value"_s, u"Bad"_s}}}},
        u"customfield_10050: Option value 'Bad' is not valid"_s);
    add("parent of a bug is a bug",
        {{u"parent"_s, QJsonObject{{u"key"_s, u"OPS-4"_s}}}},
        u"parentId: Given parent work item does not belong to appropriate hierarchy."_s);
    add("due date",
        {{u"duedate"_s, u"tomorrow"_s}},
        u"duedate: Error parsing date string: tomorrow"_s);
}

void TestSandboxIssues::namesEachFieldThatIsWrong()
{
    QFETCH(QJsonObject, change);
    QFETCH(QString, error);
    QJsonObject fields{{u"project"_s, QJsonObject{{u"key"_s, u"OPS"_s}}},
                       {u"issuetype"_s, QJsonObject{{u"name"_s, u"Bug"_s}}},
                       {u"customfield_10050"_s, QJsonObject{{u"value"_s, u"Major"_s}}},
                       {u"summary"_s, u"A name"_s}};
    for (auto it = change.begin(); it != change.end(); ++it)
        fields.insert(it.key(), it.value());
    const Response response = m_jira->send("POST", "/rest/api/3/issue", {{u"fields"_s, fields}});
    QCOMPARE(response.status, 400);
    QCOMPARE(JiraTester::error(response), error);
}

void TestSandboxIssues::showsRequiredFieldsAndTheirValues()
{
    const QJsonObject types =
        JiraTester::object(m_jira->get("/rest/api/3/issue/createmeta/OPS/issuetypes"));
    QCOMPARE(types["total"_L1].toInt(), 5);
    QString bugId;
    for (const auto &type : types["issueTypes"_L1].toArray()) {
        if (type["name"_L1].toString() == "Bug"_L1)
            bugId = type["id"_L1].toString();
    }
    const QByteArray path = "/rest/api/3/issue/createmeta/OPS/issuetypes/" + bugId.toLatin1();
    QHash<QString, QJsonObject> fields;
    int total = 1;
    for (int startAt = 0; startAt < total; startAt += 5) {
        const QJsonObject page = JiraTester::object(
            m_jira->get(path + "?maxResults=5&startAt=" + QByteArray::number(startAt)));
        total = page["total"_L1].toInt();
        for (const auto &field : page["fields"_L1].toArray())
            fields.insert(field["fieldId"_L1].toString(), field.toObject());
    }
    QCOMPARE(fields.size(), total);
    QVERIFY(total > 5);
    QVERIFY(fields[u"customfield_10050"_s]["required"_L1].toBool());
    QCOMPARE(fields[u"customfield_10050"_s]["allowedValues"_L1].toArray().size(), 3);
    QVERIFY(!fields[u"priority"_s]["required"_L1].toBool());
    const Response wrong = m_jira->get("/rest/api/3/issue/createmeta/PPL/issuetypes/10001");
    QCOMPARE(wrong.status, 400);
}

void TestSandboxIssues::refusedEditsChangeNothing()
{
    const QByteArray before = m_jira->get("/rest/api/3/issue/WEB-5").body;
    const QJsonObject fields{{u"summary"_s, u"Changed"_s}, {u"duedate"_s, u"soon"_s}};
    QCOMPARE(m_jira->send("PUT", "/rest/api/3/issue/WEB-5", {{u"fields"_s, fields}}).status, 400);
    QCOMPARE(m_jira->send("PUT", "/rest/api/3/issue/WEB-5", {}).status, 400);
    QCOMPARE(m_jira->get("/rest/api/3/issue/WEB-5").body, before);
}

void TestSandboxIssues::editsFieldsAndLabels()
{
    const QJsonObject body{{u"fields"_s,
                            QJsonObject{{u"summary"_s, u"Show all costs early"_s},
                                        {u"assignee"_s, QJsonValue::Null},
                                        {u"duedate"_s, u"2026-12-01"_s}}},
                           {u"update"_s,
                            QJsonObject{{u"labels"_s,
                                         QJsonArray{QJsonObject{{u"add"_s, u"costs"_s}},
                                                    QJsonObject{{u"remove"_s, u"checkout"_s}}}}}}};
    QCOMPARE(m_jira->send("PUT", "/rest/api/3/issue/WEB-5", body).status, 204);
    const QJsonObject fields =
        JiraTester::object(m_jira->get("/rest/api/3/issue/WEB-5"))["fields"_L1].toObject();
    QCOMPARE(fields["summary"_L1].toString(), u"Show all costs early"_s);
    QVERIFY(fields["assignee"_L1].isNull());
    QCOMPARE(fields["labels"_L1].toArray(), QJsonArray{u"costs"_s});
    QCOMPARE(fields["updated"_L1].toString(), u"2026-11-20T12:00:00.000+0000"_s);
}

void TestSandboxIssues::keepsSubtasksUnlessToldOtherwise()
{
    const Response refused = m_jira->send("DELETE", "/rest/api/3/issue/WEB-4");
    QCOMPARE(refused.status, 400);
    QVERIFY(JiraTester::error(refused).contains("deleteSubtasks"_L1));
    QCOMPARE(m_jira->send("DELETE", "/rest/api/3/issue/WEB-4?deleteSubtasks=true").status, 204);
    QCOMPARE(m_jira->get("/rest/api/3/issue/WEB-4").status, 404);
    QCOMPARE(m_jira->get("/rest/api/3/issue/WEB-14").status, 404);
}

void TestSandboxIssues::movesThroughTheWorkflow()
{
    const auto move = [this](const QString &id) {
        return m_jira->send("POST",
                            "/rest/api/3/issue/WEB-6/transitions",
                            {{u"transition"_s, QJsonObject{{u"id"_s, id}}}});
    };
    const QJsonArray offered =
        JiraTester::object(m_jira->get("/rest/api/3/issue/WEB-6/transitions"))["transitions"_L1]
            .toArray();
    QCOMPARE(offered.size(), 2);
    QCOMPARE(offered[0]["to"_L1]["name"_L1].toString(), u"In Progress"_s);
    QCOMPARE(offered[1]["to"_L1]["name"_L1].toString(), u"Done"_s);
    QCOMPARE(JiraTester::error(move(u"51"_s)),
             u"Transition id '51' is not valid for this issue."_s);
    QCOMPARE(move(u"11"_s).status, 204);
    QCOMPARE(move(u"51"_s).status, 204);
    const QJsonObject fields =
        JiraTester::object(m_jira->get("/rest/api/3/issue/WEB-6"))["fields"_L1].toObject();
    QCOMPARE(fields["status"_L1]["statusCategory"_L1]["key"_L1].toString(), u"done"_s);
    QVERIFY(!fields["resolutiondate"_L1].isNull());
}

void TestSandboxIssues::storesCommentsAndShowsThemInOrder()
{
    const QByteArray path = "/rest/api/3/issue/WEB-10/comment";
    const int before = JiraTester::object(m_jira->get(path))["total"_L1].toInt();
    for (const QString &text : {u"First"_s, u"Second"_s})
        QCOMPARE(m_jira->send("POST", path, {{u"body"_s, JiraTester::document(text)}}).status, 201);
    const QJsonObject newest =
        JiraTester::object(m_jira->get(path + "?orderBy=-created&maxResults=1"));
    QCOMPARE(newest["total"_L1].toInt(), before + 2);
    QCOMPARE(newest["comments"_L1][0]["body"_L1].toObject(), JiraTester::document(u"Second"_s));
    QCOMPARE(newest["comments"_L1].toArray().size(), 1);
    const QByteArray own = path + '/' + newest["comments"_L1][0]["id"_L1].toString().toLatin1();
    const QJsonObject changed{{u"body"_s, JiraTester::document(u"Third"_s)}};
    m_jira->signIn(u"deepa"_s);
    QCOMPARE(m_jira->send("PUT", own, changed).status, 400);
    m_jira->signIn(u"ada"_s);
    QCOMPARE(m_jira->send("PUT", own, changed).status, 200);
    QCOMPARE(m_jira->send("DELETE", own).status, 204);
    QCOMPARE(m_jira->get(own).status, 404);
}

void TestSandboxIssues::refusesAdf_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("error");
    const auto add = [](const char *name, const QByteArray &content, const char *error) {
        QTest::newRow(name) << "{\"body\":" + content + '}' << QString::fromLatin1(error);
    };
    const auto doc = [](const QByteArray &content) {
        return "{\"type\":\"doc\",\"version\":1,\"content\":[" + content + "]}";
    };
    add("text", "\"Hello\"", "comment: Comment body is not valid!");
    add("null", "null", "comment: Comment body can not be empty!");
    add("empty", doc({}), "comment: Comment body can not be empty!");
    add("no version", "{\"type\":\"doc\",\"content\":[]}", "INVALID_INPUT");
    add("unknown node", doc("{\"type\":\"marquee\"}"), "INVALID_INPUT");
    add("bare text", doc("{\"type\":\"text\",\"text\":\"a\"}"), "INVALID_INPUT");
    add("heading without level", doc("{\"type\":\"heading\"}"), "INVALID_INPUT");
    add("heading level", doc("{\"type\":\"heading\",\"attrs\":{\"level\":7}}"), "INVALID_INPUT");
    add("panel type",
        doc("{\"type\":\"panel\",\"attrs\":{\"panelType\":\"x\"},\"content\":[{"
            "\"type\":\"paragraph\"}]}"),
        "INVALID_INPUT");
    add("empty text",
        doc("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}"),
        "INVALID_INPUT");
    add("unknown mark",
        doc("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"marks\":[{"
            "\"type\":\"bold\"}]}]}"),
        "INVALID_INPUT");
    add("link without address",
        doc("{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"marks\":[{"
            "\"type\":\"link\"}]}]}"),
        "INVALID_INPUT");
    add("list without items", doc("{\"type\":\"bulletList\",\"content\":[]}"), "INVALID_INPUT");
    add("mention without id",
        doc("{\"type\":\"paragraph\",\"content\":[{\"type\":\"mention\",\"attrs\":{}}]}"),
        "INVALID_INPUT");
}

void TestSandboxIssues::refusesAdf()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, error);
    const Response response = m_jira->send(
        "POST", "/rest/api/3/issue/WEB-4/comment", QJsonDocument::fromJson(body).object());
    QCOMPARE(response.status, 400);
    QCOMPARE(JiraTester::error(response), error);
}

void TestSandboxIssues::logsWork()
{
    const QByteArray path = "/rest/api/3/issue/WEB-11/worklog";
    const Response added = m_jira->send(
        "POST",
        path,
        {{u"timeSpent"_s, u"1h 30m"_s}, {u"started"_s, u"2026-11-20T09:00:00.000+0100"_s}});
    QCOMPARE(added.status, 201);
    QCOMPARE(JiraTester::object(added)["timeSpentSeconds"_L1].toInt(), 5400);
    QCOMPARE(JiraTester::object(added)["started"_L1].toString(), u"2026-11-20T08:00:00.000+0000"_s);
    QCOMPARE(JiraTester::object(m_jira->get(path))["total"_L1].toInt(), 1);
    QCOMPARE(m_jira->send("POST", path, {{u"timeSpent"_s, u"a while"_s}}).status, 400);
    QCOMPARE(m_jira
                 ->send("POST",
                        path,
                        {{u"timeSpentSeconds"_s, 600}, {u"started"_s, u"2026-11-20T09:00:00Z"_s}})
                 .status,
             400);
}

void TestSandboxIssues::linksInTheRightDirection()
{
    const QJsonObject body{{u"type"_s, QJsonObject{{u"name"_s, u"Blocks"_s}}},
                           {u"inwardIssue"_s, QJsonObject{{u"key"_s, u"MOB-1"_s}}},
                           {u"outwardIssue"_s, QJsonObject{{u"key"_s, u"MOB-2"_s}}}};
    const Response linked = m_jira->send("POST", "/rest/api/3/issueLink", body);
    QCOMPARE(linked.status, 201);
    QVERIFY(linked.body.isEmpty());
    const auto linkOf = [this](const QByteArray &key) {
        const Response issue = m_jira->get("/rest/api/3/issue/" + key + "?fields=issuelinks");
        return JiraTester::object(issue)["fields"_L1]["issuelinks"_L1][0].toObject();
    };
    QCOMPARE(linkOf("MOB-1")["outwardIssue"_L1]["key"_L1].toString(), u"MOB-2"_s);
    QCOMPARE(linkOf("MOB-2")["inwardIssue"_L1]["key"_L1].toString(), u"MOB-1"_s);
    const QByteArray id = linkOf("MOB-1")["id"_L1].toString().toLatin1();
    QCOMPARE(m_jira->send("DELETE", "/rest/api/3/issueLink/" + id).status, 204);
    QVERIFY(linkOf("MOB-1").isEmpty());
}

void TestSandboxIssues::storesAttachmentsAndRedirectsToThem()
{
    Request request;
    request.method = "POST";
    request.target = "/rest/api/3/issue/WEB-1/attachments";
    request.headers = {JiraTester::basic(u"ada@northwind.example"_s, "sandbox-api-token-ada"),
                       {"Content-Type", "multipart/form-data; boundary=cut"}};
    request.body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; "
                   "filename=\"notes.txt\"\r\nContent-Type: text/plain\r\n\r\nline one\r\nline "
                   "two\r\n--cut--\r\n";
    const Response unchecked = m_jira->send(request);
    QCOMPARE(unchecked.status, 403);
    QCOMPARE(unchecked.body, "XSRF check failed"_ba);
    request.headers.append(HeaderField{"X-Atlassian-Token", "no-check"});
    const Response added = m_jira->send(request);
    QCOMPARE(added.status, 200);
    const QString id = JiraTester::array(added)[0]["id"_L1].toString();
    const QByteArray path = "/rest/api/3/attachment/content/" + id.toLatin1();
    QCOMPARE(m_jira->get(path + "?redirect=false").body, "line one\r\nline two"_ba);
    const Response redirect = m_jira->get(path);
    QCOMPARE(redirect.status, 303);
    const QByteArray location = redirect.header("location");
    QVERIFY(location.startsWith("http://127.0.0.1:2/file/notes.txt?token="));
    Request media;
    media.method = "GET";
    media.path = u"/file/notes.txt"_s;
    media.query = {{u"token"_s, QString::fromLatin1(location).section(u'=', 1)}};
    media.headers = {JiraTester::basic(u"a"_s, "b")};
    QCOMPARE(m_jira->media().answer(media).status, 400);
    media.headers.clear();
    QCOMPARE(m_jira->media().answer(media).body, "line one\r\nline two"_ba);
    QCOMPARE(m_jira->media().answer(media).status, 403);
}

void TestSandboxIssues::resetBringsTheSeedDataBack()
{
    const QByteArray before = m_jira->get("/rest/api/3/issue/WEB-4").body;
    QCOMPARE(m_jira->send("DELETE", "/rest/api/3/issue/WEB-4?deleteSubtasks=true").status, 204);
    m_jira->site().reset();
    QCOMPARE(m_jira->get("/rest/api/3/issue/WEB-4").body, before);
}

QTEST_GUILESS_MAIN(TestSandboxIssues)
#include "tst_sandboxissues.moc"
