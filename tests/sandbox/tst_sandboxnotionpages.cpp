// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notiontester.h"

#include <QTest>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

/** Pages of the pretended Notion: made, changed, read and edited as Markdown. */
class TestSandboxNotionPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void showsTagsForChildren();
    void keepsASecretChildUnknown();
    void truncatesALongPage();
    void readsALongPageToItsEnd();
    void replacesWhatIsFound_data();
    void replacesWhatIsFound();
    void refusesAnEdit_data();
    void refusesAnEdit();
    void guardsChildrenFromAnEdit();
    void makesAPageFromMarkdown();
    void makesAPageFromBlocks();
    void makesARow();
    void makesAPrivatePageForAPersonOnly();
    void refusesToMake_data();
    void refusesToMake();
    void changesProperties();
    void trashesAndRestores();

private:
    [[nodiscard]] QJsonObject markdown(const QByteArray &id);
    [[nodiscard]] Response edit(const QByteArray &id, const QString &type, const QJsonObject &body);
    [[nodiscard]] QJsonObject below(const QString &title);

    std::unique_ptr<NotionTester> m_tester;
};

void TestSandboxNotionPages::init()
{
    m_tester = std::make_unique<NotionTester>();
}

QJsonObject TestSandboxNotionPages::markdown(const QByteArray &id)
{
    return m_tester->read("/v1/pages/" + id + "/markdown");
}

Response TestSandboxNotionPages::edit(const QByteArray &id,
                                      const QString &type,
                                      const QJsonObject &body)
{
    return m_tester->send(
        "PATCH", "/v1/pages/" + id + "/markdown", {{u"type"_s, type}, {type, body}});
}

QJsonObject TestSandboxNotionPages::below(const QString &title)
{
    return {{u"page_id"_s, QString::fromLatin1(m_tester->page(title))}};
}

void TestSandboxNotionPages::showsTagsForChildren()
{
    const QByteArray id = m_tester->page(u"Product"_s);
    const QJsonObject answer = markdown(id);
    QCOMPARE(answer["object"_L1].toString(), u"page_markdown"_s);
    QCOMPARE(answer["id"_L1].toString().toLatin1(), id);
    QCOMPARE(answer["truncated"_L1].toBool(true), false);
    QCOMPARE(answer["unknown_block_ids"_L1].toArray().size(), 0);
    const QString text = answer["markdown"_L1].toString();
    const QString bare = QString::fromLatin1(m_tester->page(u"Roadmap 2027"_s)).remove(u'-');
    QVERIFY2(text.contains(u"<page url=\"https://www.notion.so/Roadmap-2027-"_s + bare
                           + u"\">Roadmap 2027</page>"_s),
             qUtf8Printable(text));
    QVERIFY2(text.contains(u"data-source-url=\"collection://"_s
                           + QString::fromLatin1(m_tester->dataSource(u"Product specs 📐"_s))),
             qUtf8Printable(text));
}

void TestSandboxNotionPages::keepsASecretChildUnknown()
{
    const QByteArray secret = m_tester->page(u"Payroll 2026"_s);
    const QJsonObject answer = markdown(m_tester->page(u"People"_s));
    QCOMPARE(answer["unknown_block_ids"_L1].toArray(), QJsonArray{QString::fromLatin1(secret)});
    QVERIFY(!answer["markdown"_L1].toString().contains(u"Payroll"_s));
    QVERIFY(answer["markdown"_L1].toString().contains(u"<unknown url="_s));
    QCOMPARE(NotionTester::outcome(m_tester->get("/v1/pages/" + secret + "/markdown")),
             u"404 object_not_found"_s);
}

void TestSandboxNotionPages::truncatesALongPage()
{
    const QJsonObject answer = markdown(m_tester->page(u"Engineering handbook"_s));
    QCOMPARE(answer["truncated"_L1].toBool(), true);
    QVERIFY(answer["markdown"_L1].toString().startsWith(u"Everything that an engineer"_s));
    QVERIFY(!answer["markdown"_L1].toString().contains(u"perihelion"_s));
    QCOMPARE(answer["unknown_block_ids"_L1].toArray().size(), 3);
}

void TestSandboxNotionPages::readsALongPageToItsEnd()
{
    QStringList open{QString::fromLatin1(m_tester->page(u"Engineering handbook"_s))};
    QString all;
    int truncated = 0;
    while (!open.isEmpty()) {
        const QJsonObject answer = markdown(open.takeFirst().toLatin1());
        all += answer["markdown"_L1].toString();
        truncated += answer["truncated"_L1].toBool() ? 1 : 0;
        for (const auto &id : answer["unknown_block_ids"_L1].toArray())
            open.append(id.toString());
    }
    // The page, and one part of it that is too long by itself.
    QCOMPARE(truncated, 2);
    QVERIFY(all.contains(u"perihelion"_s));
    QCOMPARE(all.count(u"chapter 16\n"_s), 1);
    QCOMPARE(all.count(u"# not a heading"_s), 3);
}

void TestSandboxNotionPages::replacesWhatIsFound_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");

    const QString whole = u"Queries that nobody has promised to keep."_s;
    const QString left = u" Not shared with any integration."_s;
    QTest::newRow("update")
        << u"update_content"_s
        << "{\"content_updates\":[{\"old_str\":\"nobody\",\"new_str\":\"Emil\"},"
           "{\"old_str\":\"Emil has\",\"new_str\":\"Ada has\"}]}"_ba
        << u"Queries that Ada has promised to keep."_s + left;
    QTest::newRow("update all") << u"update_content"_s
                                << "{\"content_updates\":[{\"old_str\":\"e\",\"new_str\":\"E\","
                                   "\"replace_all_matches\":true}]}"_ba
                                << QString(whole + left).replace(u'e', u'E');
    QTest::newRow("replace") << u"replace_content"_s << "{\"new_str\":\"Empty.\"}"_ba
                             << u"Empty."_s;
    QTest::newRow("insert at the end")
        << u"insert_content"_s << "{\"content\":\"More.\"}"_ba << whole + left + u"\nMore."_s;
    QTest::newRow("insert at the start")
        << u"insert_content"_s << "{\"content\":\"First.\",\"position\":{\"type\":\"start\"}}"_ba
        << u"First.\n"_s + whole + left;
    QTest::newRow("insert after") << u"insert_content"_s
                                  << "{\"content\":\"More.\",\"after\":\"Queries...keep.\"}"_ba
                                  << whole + u"\nMore."_s + left;
    QTest::newRow("replace a range")
        << u"replace_content_range"_s
        << "{\"content\":\"Nothing.\",\"content_range\":\"Queries...keep.\"}"_ba
        << u"Nothing."_s + left;
}

void TestSandboxNotionPages::replacesWhatIsFound()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);

    m_tester->useToken("ntn_sandbox_pat_ada");
    const QByteArray id = m_tester->page(u"Data lab 実験室"_s);
    const Response response = edit(id, type, QJsonDocument::fromJson(body).object());
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    QCOMPARE(NotionTester::object(response)["markdown"_L1].toString(), text);
    QCOMPARE(markdown(id)["markdown"_L1].toString(), text);
}

void TestSandboxNotionPages::refusesAnEdit_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    QTest::newRow("not there")
        << u"update_content"_s
        << "{\"content_updates\":[{\"old_str\":\"Q1\",\"new_str\":\"Q2\"}]}"_ba
        << u"String not found: <pattern>Q1</pattern>"_s;
    QTest::newRow("there twice")
        << u"update_content"_s
        << "{\"content_updates\":[{\"old_str\":\"quarter\",\"new_str\":\"half\"}]}"_ba
        << u"Multiple matches found for: <pattern>quarter</pattern>"_s;
    QTest::newRow("no range") << u"insert_content"_s
                              << "{\"content\":\"x\",\"after\":\"Second...First\"}"_ba
                              << u"String not found"_s;
    QTest::newRow("no command") << u"delete_content"_s << "{}"_ba
                                << u"body failed validation: body.type should be"_s;
    QTest::newRow("no text") << u"replace_content"_s << "{}"_ba
                             << u"body.replace_content.new_str should be defined, instead was "
                                "`undefined`."_s;
    QTest::newRow("unknown member")
        << u"replace_content"_s << "{\"new_str\":\"x\",\"content\":\"x\"}"_ba
        << u"body.replace_content.content should be not present"_s;
}

void TestSandboxNotionPages::refusesAnEdit()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, message);

    const QByteArray id = m_tester->page(u"Roadmap 2027"_s);
    const QString before = markdown(id)["markdown"_L1].toString();
    const Response response = edit(id, type, QJsonDocument::fromJson(body).object());
    QCOMPARE(NotionTester::outcome(response), u"400 validation_error"_s);
    QVERIFY2(NotionTester::message(response).contains(message),
             qUtf8Printable(NotionTester::message(response)));
    QCOMPARE(markdown(id)["markdown"_L1].toString(), before);
}

void TestSandboxNotionPages::guardsChildrenFromAnEdit()
{
    const QByteArray id = m_tester->page(u"Product"_s);
    const QByteArray child = m_tester->page(u"Roadmap 2027"_s);
    QJsonObject body{{u"new_str"_s, u"Gone."_s}};
    QCOMPARE(NotionTester::outcome(edit(id, u"replace_content"_s, body)),
             u"400 validation_error"_s);
    QCOMPARE(m_tester->read("/v1/pages/" + child)["in_trash"_L1].toBool(), false);

    const QString kept = markdown(id)["markdown"_L1].toString();
    QCOMPARE(edit(id, u"replace_content"_s, {{u"new_str"_s, u"New.\n"_s + kept}}).status, 200);
    body.insert(u"allow_deleting_content"_s, true);
    QCOMPARE(edit(id, u"replace_content"_s, body).status, 200);
    QCOMPARE(m_tester->read("/v1/pages/" + child)["in_trash"_L1].toBool(), true);
    QCOMPARE(NotionTester::message(edit(child, u"replace_content"_s, {{u"new_str"_s, u"x"_s}})),
             u"Can't edit block that is archived. You must unarchive the block before editing."_s);
}

void TestSandboxNotionPages::makesAPageFromMarkdown()
{
    const Response response = m_tester->send("POST",
                                             "/v1/pages",
                                             {{u"parent"_s, below(u"Product"_s)},
                                              {u"icon"_s, QJsonObject{{u"emoji"_s, u"🥾"_s}}},
                                              {u"markdown"_s, u"# Boots\n\n- [ ] Try them on"_s}});
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    const QJsonObject page = NotionTester::object(response);
    QCOMPARE(page["properties"_L1]["title"_L1]["title"_L1][0]["plain_text"_L1].toString(),
             u"Boots"_s);
    QCOMPARE(page["icon"_L1]["type"_L1].toString(), u"emoji"_s);
    QCOMPARE(page["created_by"_L1]["id"_L1], m_tester->read("/v1/users/me")["id"_L1]);
    const QByteArray id = page["id"_L1].toString().toLatin1();
    QCOMPARE(markdown(id)["markdown"_L1].toString(), u"- [ ] Try them on"_s);
    QVERIFY(markdown(m_tester->page(u"Product"_s))["markdown"_L1].toString().endsWith(
        u">Boots</page>"_s));
}

void TestSandboxNotionPages::makesAPageFromBlocks()
{
    const auto block = [](const QString &type, const QString &text) {
        return QJsonObject{{type, QJsonObject{{u"rich_text"_s, NotionTester::richText(text)}}}};
    };
    const QJsonObject title{{u"title"_s, NotionTester::richText(u"Blocks"_s)}};
    const Response response = m_tester->send(
        "POST",
        "/v1/pages",
        {{u"parent"_s, below(u"Product"_s)},
         {u"properties"_s, QJsonObject{{u"title"_s, title}}},
         {u"children"_s,
          QJsonArray{block(u"heading_2"_s, u"Head"_s), block(u"paragraph"_s, u"Words"_s)}}});
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    const QByteArray id = NotionTester::object(response)["id"_L1].toString().toLatin1();
    QCOMPARE(markdown(id)["markdown"_L1].toString(), u"## Head\nWords"_s);
}

void TestSandboxNotionPages::makesARow()
{
    const QString source = QString::fromLatin1(m_tester->dataSource(u"Team tasks ✅"_s));
    const QJsonObject properties{
        {u"Task"_s, QJsonObject{{u"title"_s, NotionTester::richText(u"Sharpen the axes"_s)}}},
        {u"Status"_s, QJsonObject{{u"status"_s, QJsonObject{{u"name"_s, u"Blocked"_s}}}}},
        {u"Tags"_s,
         QJsonObject{{u"multi_select"_s, QJsonArray{QJsonObject{{u"name"_s, u"tools"_s}}}}}},
        {u"Due"_s, QJsonObject{{u"date"_s, QJsonObject{{u"start"_s, u"2026-12-01"_s}}}}},
        {u"Estimate"_s, QJsonObject{{u"number"_s, 2.5}}}};
    const Response response = m_tester->send(
        "POST",
        "/v1/pages",
        {{u"parent"_s, QJsonObject{{u"data_source_id"_s, source}}}, {u"properties"_s, properties}});
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    const QJsonObject page = NotionTester::object(response);
    QCOMPARE(page["parent"_L1]["data_source_id"_L1].toString(), source);
    const QJsonValue shown = page["properties"_L1];
    QCOMPARE(shown["Status"_L1]["status"_L1]["color"_L1].toString(), u"green"_s);
    QCOMPARE(shown["ID"_L1]["unique_id"_L1]["number"_L1].toInt(), 12);
    QCOMPARE(shown["Due"_L1]["date"_L1]["start"_L1].toString(), u"2026-12-01"_s);
    const QJsonValue schema =
        m_tester->read("/v1/data_sources/" + source.toLatin1())["properties"_L1];
    QCOMPARE(schema["Tags"_L1]["multi_select"_L1]["options"_L1].toArray().size(), 5);
}

void TestSandboxNotionPages::makesAPrivatePageForAPersonOnly()
{
    const QJsonObject page{{u"parent"_s, QJsonObject{{u"workspace"_s, true}}},
                           {u"markdown"_s, u"# Mine"_s}};
    QCOMPARE(NotionTester::outcome(m_tester->send("POST", "/v1/pages", page)),
             u"400 validation_error"_s);
    m_tester->useToken("ntn_sandbox_pat_ada");
    const Response response = m_tester->send("POST", "/v1/pages", page);
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    const QByteArray id = NotionTester::object(response)["id"_L1].toString().toLatin1();
    m_tester->useToken("ntn_sandbox_internal");
    QCOMPARE(m_tester->get("/v1/pages/" + id).status, 404);
}

void TestSandboxNotionPages::refusesToMake_data()
{
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<QString>("message");

    const QString page = u"page"_s;
    const QString row = u"row"_s;
    QTest::newRow("no parent") << QString() << "{}"_ba
                               << u"body.parent should be defined, instead was `undefined`."_s;
    QTest::newRow("markdown and children") << page << "{\"markdown\":\"x\",\"children\":[]}"_ba
                                           << u"body.children should be not present"_s;
    QTest::newRow("long text")
        << page
        << "{\"properties\":{\"title\":{\"title\":[{\"text\":{\"content\":\""
            + QByteArray(2001, 'x') + "\"}}]}}}"
        << u"title[0].text.content.length should be ≤ `2000`, instead was `2001`."_s;
    QByteArray blocks = "{\"divider\":{}}";
    blocks = blocks + (',' + blocks).repeated(100);
    QTest::newRow("many blocks") << page << "{\"children\":[" + blocks + "]}"
                                 << u"body.children.length should be ≤ `100`, instead was `101`."_s;
    QTest::newRow("unknown property") << row << "{\"properties\":{\"Mood\":{\"number\":1}}}"_ba
                                      << u"Mood is not a property that exists."_s;
    QTest::newRow("wrong type") << row << "{\"properties\":{\"Due\":{\"number\":1}}}"_ba
                                << u"Due is expected to be date."_s;
    QTest::newRow("unknown status")
        << row << "{\"properties\":{\"Status\":{\"status\":{\"name\":\"Lost\"}}}}"_ba
        << u"Status option \"Lost\" does not exist."_s;
    QTest::newRow("bad date")
        << row << "{\"properties\":{\"Due\":{\"date\":{\"start\":\"tomorrow\"}}}}"_ba
        << u"body.properties.Due.date.start should be a valid ISO 8601 date string"_s;
    QTest::newRow("made by Notion")
        << row << "{\"properties\":{\"ID\":{\"unique_id\":{\"number\":1}}}}"_ba
        << u"ID cannot be updated"_s;
    QTest::newRow("unknown member") << page << "{\"title\":\"x\"}"_ba
                                    << u"body.title should be not present, instead was `\"x\"`."_s;
}

void TestSandboxNotionPages::refusesToMake()
{
    QFETCH(QString, parent);
    QFETCH(QByteArray, rest);
    QFETCH(QString, message);

    QJsonObject body = QJsonDocument::fromJson(rest).object();
    if (parent == u"page"_s)
        body.insert(u"parent"_s, below(u"Product"_s));
    if (parent == u"row"_s)
        body.insert(u"parent"_s,
                    QJsonObject{{u"data_source_id"_s,
                                 QString::fromLatin1(m_tester->dataSource(u"Team tasks ✅"_s))}});
    const size_t before = m_tester->workspace().pages.size();
    const Response response = m_tester->send("POST", "/v1/pages", body);
    QCOMPARE(NotionTester::outcome(response), u"400 validation_error"_s);
    QVERIFY2(NotionTester::message(response).contains(message),
             qUtf8Printable(NotionTester::message(response)));
    QCOMPARE(m_tester->workspace().pages.size(), before);
}

void TestSandboxNotionPages::changesProperties()
{
    const QByteArray id = m_tester->page(u"Clean up old feature flags"_s);
    const QString ada = m_tester->workspace().userByEmail(u"ada@northwind.example"_s)->id;
    const QJsonObject properties{
        {u"Assignee"_s, QJsonObject{{u"people"_s, QJsonArray{QJsonObject{{u"id"_s, ada}}}}}},
        {u"Priority"_s, QJsonObject{{u"select"_s, QJsonValue::Null}}}};
    const Response response =
        m_tester->send("PATCH", "/v1/pages/" + id, {{u"properties"_s, properties}});
    QCOMPARE(NotionTester::outcome(response), u"200"_s);
    const QJsonObject page = m_tester->read("/v1/pages/" + id);
    const QJsonValue assignee = page["properties"_L1]["Assignee"_L1]["people"_L1][0];
    QCOMPARE(assignee["id"_L1].toString(), ada);
    QCOMPARE(assignee["name"_L1].toString(), u"Ada Lindqvist"_s);
    QVERIFY(page["properties"_L1]["Priority"_L1]["select"_L1].isNull());
    QCOMPARE(page["last_edited_time"_L1].toString(), u"2026-11-20T12:00:00.000Z"_s);
    const QJsonObject few = m_tester->read("/v1/pages/" + id + "?filter_properties=title");
    QCOMPARE(few["properties"_L1].toObject().keys(), QStringList{u"Task"_s});
}

void TestSandboxNotionPages::trashesAndRestores()
{
    const QByteArray target = "/v1/pages/" + m_tester->page(u"Architecture overview"_s);
    const QByteArray child =
        "/v1/pages/" + m_tester->page(u"Decision 12: one queue for everything"_s);
    QCOMPARE(m_tester->send("PATCH", target, {{u"in_trash"_s, true}}).status, 200);
    QCOMPARE(m_tester->read(child)["in_trash"_L1].toBool(), true);
    QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", target, {{u"is_locked"_s, true}})),
             u"400 validation_error"_s);
    QCOMPARE(m_tester->send("PATCH", target, {{u"in_trash"_s, false}}).status, 200);
    QCOMPARE(m_tester->read(child)["in_trash"_L1].toBool(), false);
    QCOMPARE(NotionTester::outcome(m_tester->send("PATCH", target, {{u"archived"_s, true}})),
             u"400 validation_error"_s);
}

} // namespace fairlead::sandbox

QTEST_GUILESS_MAIN(fairlead::sandbox::TestSandboxNotionPages)
#include "tst_sandboxnotionpages.moc"
