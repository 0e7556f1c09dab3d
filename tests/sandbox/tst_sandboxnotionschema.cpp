// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

namespace {

QJsonObject column(const QString &type, const QJsonObject &config = {})
{
    return {{type, config}};
}

QJsonObject options(const QStringList &names)
{
    QJsonArray list;
    for (const QString &name : names)
        list.append(QJsonObject{{u"name"_s, name}});
    return {{u"options"_s, list}};
}

QByteArray multipart(const QByteArray &content, const QByteArray &type, int part = 0)
{
    QByteArray body = "--limit\r\nContent-Disposition: form-data; name=\"file\"; "
                      "filename=\"a.txt\"\r\nContent-Type: "
        + type + "\r\n\r\n" + content + "\r\n";
    if (part > 0)
        body += "--limit\r\nContent-Disposition: form-data; name=\"part_number\"\r\n\r\n"
            + QByteArray::number(part) + "\r\n";
    return body + "--limit--\r\n";
}

} // namespace

/** Databases, views, uploads and what else is beside pages and their content. */
class TestSandboxNotionSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tester = std::make_unique<NotionTester>();
        m_tasks = "/v1/data_sources/" + m_tester->dataSource(u"Team tasks ✅"_s);
    }

    void createsADatabase()
    {
        const QString page = QString::fromLatin1(m_tester->page(u"Product"_s));
        QJsonObject body{
            {u"parent"_s, QJsonObject{{u"type"_s, u"page_id"_s}, {u"page_id"_s, page}}},
            {u"title"_s, NotionTester::richText(u"Bugs"_s)},
            {u"initial_data_source"_s,
             QJsonObject{{u"properties"_s,
                          QJsonObject{{u"Bug"_s, column(u"title"_s)},
                                      {u"Kind"_s, column(u"select"_s, options({u"UI"_s}))},
                                      {u"State"_s, column(u"status"_s)}}}}}};
        const Response made = m_tester->send("POST", "/v1/databases", body);
        QCOMPARE(NotionTester::outcome(made), u"200"_s);
        const QString source = NotionTester::object(made)["data_sources"_L1][0]["id"_L1].toString();
        const QJsonObject read = m_tester->read("/v1/data_sources/" + source.toLatin1());
        QCOMPARE(read["properties"_L1]["Kind"_L1]["select"_L1]["options"_L1][0]["name"_L1],
                 QJsonValue(u"UI"_s));
        QCOMPARE(read["properties"_L1]["State"_L1]["status"_L1]["options"_L1].toArray().size(), 3);
        QVERIFY(m_tester->read("/v1/pages/" + page.toLatin1() + "/markdown")["markdown"_L1]
                    .toString()
                    .contains(">Bugs</database>"_L1));
        QCOMPARE(m_tester->read("/v1/views?data_source_id=" + source.toLatin1())["results"_L1]
                     .toArray()
                     .size(),
                 1);
        body.insert(u"initial_data_source"_s,
                    QJsonObject{{u"properties"_s, QJsonObject{{u"A"_s, column(u"number"_s)}}}});
        QCOMPARE(NotionTester::message(m_tester->send("POST", "/v1/databases", body)),
                 u"Title is not provided"_s);
    }

    void changesColumns_data()
    {
        QTest::addColumn<QJsonValue>("change");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("add") << QJsonValue(column(u"checkbox"_s)) << u"New"_s << u"200"_s;
        QTest::newRow("rename") << QJsonValue(QJsonObject{{u"name"_s, u"When"_s}}) << u"Due"_s
                                << u"200"_s;
        QTest::newRow("drop") << QJsonValue(QJsonValue::Null) << u"Estimate"_s << u"200"_s;
        QTest::newRow("drop the title")
            << QJsonValue(QJsonValue::Null) << u"Task"_s << u"400 validation_error"_s;
        QTest::newRow("drop nothing")
            << QJsonValue(QJsonValue::Null) << u"Nothing"_s << u"400 validation_error"_s;
        QTest::newRow("name taken") << QJsonValue(QJsonObject{{u"name"_s, u"Status"_s}}) << u"Due"_s
                                    << u"400 validation_error"_s;
        QTest::newRow("unknown kind")
            << QJsonValue(column(u"colour"_s)) << u"New"_s << u"400 validation_error"_s;
        QTest::newRow("comma") << QJsonValue(column(u"select"_s, options({u"a,b"_s}))) << u"New"_s
                               << u"400 validation_error"_s;
        QTest::newRow("twice") << QJsonValue(column(u"select"_s, options({u"a"_s, u"a"_s})))
                               << u"New"_s << u"400 validation_error"_s;
        QTest::newRow("second title")
            << QJsonValue(column(u"title"_s)) << u"New"_s << u"400 validation_error"_s;
    }
    void changesColumns()
    {
        QFETCH(QJsonValue, change);
        QFETCH(QString, name);
        QFETCH(QString, outcome);
        const Response response =
            m_tester->send("PATCH", m_tasks, {{u"properties"_s, QJsonObject{{name, change}}}});
        QCOMPARE(NotionTester::outcome(response), outcome);
    }

    void dropsOptionsThatAreLeftOut()
    {
        const QJsonObject only = column(u"select"_s, options({u"Low"_s, u"Someday"_s}));
        const Response response = m_tester->send(
            "PATCH", m_tasks, {{u"properties"_s, QJsonObject{{u"Priority"_s, only}}}});
        QCOMPARE(NotionTester::outcome(response), u"200"_s);
        const QJsonObject rows =
            NotionTester::object(m_tester->send("POST", m_tasks + "/query", {}));
        QSet<QString> used;
        for (const auto &row : rows["results"_L1].toArray())
            used.insert(
                row["properties"_L1]["Priority"_L1]["select"_L1]["name"_L1].toString(u"-"_s));
        used.remove(u"Low"_s);
        QCOMPARE(used, QSet<QString>({u"-"_s}));
    }

    void answersWithTheRowsOfAView()
    {
        const QJsonArray views =
            m_tester->read("/v1/views?data_source_id=" + m_tasks.mid(17))["results"_L1].toArray();
        QCOMPARE(views.size(), 2);
        const QByteArray view = "/v1/views/" + views[1]["id"_L1].toString().toLatin1();
        QCOMPARE(m_tester->read(view)["name"_L1].toString(), u"Open"_s);
        const QJsonObject query =
            NotionTester::object(m_tester->send("POST", view + "/queries", {{u"page_size"_s, 2}}));
        QCOMPARE(query["results"_L1].toArray().size(), 2);
        QVERIFY(query["total_count"_L1].toInt() > 2);
        const QByteArray results = view + "/queries/" + query["id"_L1].toString().toLatin1()
            + "?start_cursor=" + query["next_cursor"_L1].toString().toLatin1();
        QVERIFY(m_tester->read(results)["results"_L1].toArray().size() >= 1);
        m_tester->clock().advance(std::chrono::minutes(16));
        QCOMPARE(NotionTester::outcome(m_tester->get(results)), u"404 object_not_found"_s);
        QCOMPARE(NotionTester::outcome(m_tester->get("/v1/views")), u"400 validation_error"_s);
    }

    void listsTemplates()
    {
        const QByteArray notes =
            "/v1/data_sources/" + m_tester->dataSource(u"Meeting notes 🗒️"_s) + "/templates";
        const QJsonObject all = m_tester->read(notes);
        QCOMPARE(all["templates"_L1].toArray().size(), 3);
        QCOMPARE(all["templates"_L1][0]["is_default"_L1], QJsonValue(true));
        QCOMPARE(m_tester->read(notes + "?name=RETRO")["templates"_L1].toArray().size(), 1);
        QCOMPARE(m_tester->read(m_tasks + "/templates")["templates"_L1].toArray().size(), 0);
    }

    void changesOnlyCommentsOfItsOwn()
    {
        const QString page = QString::fromLatin1(m_tester->page(u"Product"_s));
        const QJsonObject mine = NotionTester::object(m_tester->send(
            "POST",
            "/v1/comments",
            {{u"parent"_s, QJsonObject{{u"page_id"_s, page}}}, {u"markdown"_s, u"Frist"_s}}));
        const QByteArray comment = "/v1/comments/" + mine["id"_L1].toString().toLatin1();
        const QJsonObject words{{u"markdown"_s, u"First"_s}};
        QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", comment, words)), u"200"_s);
        QCOMPARE(m_tester->read(comment)["rich_text"_L1][0]["plain_text"_L1].toString(),
                 u"First"_s);
        QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", comment, {})),
                 u"400 validation_error"_s);
        m_tester->useToken("ntn_sandbox_pat_ada");
        QCOMPARE(NotionTester::outcome(m_tester->send("DELETE", comment)),
                 u"404 object_not_found"_s);
        m_tester->useToken("ntn_sandbox_internal");
        QCOMPARE(NotionTester::outcome(m_tester->send("DELETE", comment)), u"200"_s);
        QCOMPARE(NotionTester::outcome(m_tester->get(comment)), u"404 object_not_found"_s);
    }

    void takesAFileInOnePart()
    {
        const QByteArray upload =
            started({{u"filename"_s, u"a.txt"_s}, {u"content_type"_s, u"text/plain"_s}});
        QCOMPARE(outcomeOfAttaching(upload), u"400 validation_error"_s);
        QCOMPARE(sent(upload, multipart("hello", "image/png")), u"400 validation_error"_s);
        QCOMPARE(sent(upload, multipart("hello", "text/plain")), u"200"_s);
        QCOMPARE(sent(upload, multipart("hello", "text/plain")), u"400 validation_error"_s);
        QCOMPARE(m_tester->read(upload)["content_length"_L1].toInt(), 5);
        QCOMPARE(outcomeOfAttaching(upload), u"200"_s);
        m_tester->useToken("ntn_sandbox_pat_ada");
        QCOMPARE(NotionTester::outcome(m_tester->get(upload)), u"404 object_not_found"_s);
    }

    void takesAFileInSeveralParts()
    {
        const QByteArray upload = started(
            {{u"mode"_s, u"multi_part"_s}, {u"filename"_s, u"a.txt"_s}, {u"number_of_parts"_s, 2}});
        const QByteArray large(5 * 1024 * 1024, 'x');
        QCOMPARE(sent(upload, multipart("small", "text/plain", 1)), u"400 validation_error"_s);
        QCOMPARE(sent(upload, multipart(large, "text/plain", 1)), u"200"_s);
        QCOMPARE(NotionTester::outcome(m_tester->send("POST", upload + "/complete")),
                 u"400 validation_error"_s);
        QCOMPARE(sent(upload, multipart("end", "text/plain", 2)), u"200"_s);
        QCOMPARE(sent(upload, multipart("more", "text/plain", 3)), u"400 validation_error"_s);
        QCOMPARE(NotionTester::outcome(m_tester->send("POST", upload + "/complete")), u"200"_s);
        QCOMPARE(m_tester->read(upload)["status"_L1].toString(), u"uploaded"_s);
        QCOMPARE(m_tester->read(upload)["content_length"_L1].toInt(), large.size() + 3);
    }

    void forgetsFilesThatAreUsedNowhere()
    {
        const QByteArray upload =
            started({{u"filename"_s, u"a.txt"_s}, {u"content_type"_s, u"text/plain"_s}});
        QCOMPARE(sent(upload, multipart("hello", "text/plain")), u"200"_s);
        m_tester->clock().advance(std::chrono::hours(2));
        QCOMPARE(outcomeOfAttaching(upload), u"400 validation_error"_s);
    }

    void finishesLongWorkLater()
    {
        const QByteArray page = "/v1/pages/" + m_tester->page(u"Product"_s) + "/markdown";
        const QJsonObject insert{{u"content"_s, QString(30'000, u'x')}};
        const Response response = m_tester->send("PATCH",
                                                 page,
                                                 {{u"type"_s, u"insert_content"_s},
                                                  {u"insert_content"_s, insert},
                                                  {u"allow_async"_s, true}});
        QCOMPARE(response.status, 202);
        const QByteArray task =
            "/v1/async_tasks/" + NotionTester::object(response)["id"_L1].toString().toLatin1();
        QCOMPARE(m_tester->read(task)["status"_L1].toString(), u"running"_s);
        m_tester->clock().advance(std::chrono::seconds(6));
        QCOMPARE(m_tester->read(task)["status"_L1].toString(), u"succeeded"_s);
    }

private:
    QByteArray started(const QJsonObject &body)
    {
        const Response response = m_tester->send("POST", "/v1/file_uploads", body);
        return "/v1/file_uploads/" + NotionTester::object(response)["id"_L1].toString().toLatin1();
    }

    QString sent(const QByteArray &upload, const QByteArray &body)
    {
        Request request;
        request.method = "POST";
        request.target = upload + "/send";
        request.body = body;
        request.headers = {{"Notion-Version", "2026-03-11"},
                           {"Authorization", "Bearer ntn_sandbox_internal"},
                           {"Content-Type", "multipart/form-data; boundary=limit"}};
        return NotionTester::outcome(m_tester->send(request));
    }

    QString outcomeOfAttaching(const QByteArray &upload)
    {
        const QJsonObject file{
            {u"file_upload"_s, QJsonObject{{u"id"_s, QString::fromLatin1(upload.mid(17))}}}};
        const QByteArray page = m_tester->page(u"Product"_s);
        return NotionTester::outcome(
            m_tester->send("PATCH",
                           "/v1/blocks/" + page + "/children",
                           {{u"children"_s, QJsonArray{QJsonObject{{u"file"_s, file}}}}}));
    }

    std::unique_ptr<NotionTester> m_tester;
    QByteArray m_tasks;
};

QTEST_GUILESS_MAIN(TestSandboxNotionSchema)
#include "tst_sandboxnotionschema.moc"
