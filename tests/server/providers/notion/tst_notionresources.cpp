// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"
#include "tests/server/providers/notion/notionfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using providers::ChangeWatch;
using providers::notion::NotionResources;
using tests::NotionFixture;

namespace {

const QString api = u"https://api.notion.com/v1"_s;
const QString searchUrl = api + u"/search"_s;
const QString pageUrl = api + u"/pages/1a2b3c4d-1111-4222-8333-444455556666"_s;
const QString workspaceUri = u"notion://"_s + NotionFixture::northwind;
const QString pageUri = workspaceUri + u"/page/1a2b3c4d111142228333444455556666"_s;
const QString otherWorkspace = u"e4b3c2a10f1e4d2c8b3a4a5b6c7d8e9f"_s;
const QByteArray notShared =
    R"({"object":"error","code":"object_not_found","message":"Could not find page."})"_ba;
const QByteArray content =
    R"({"object":"page_markdown","markdown":"Text","truncated":false,"unknown_block_ids":[]})"_ba;

Result<QList<tools::Content>> read(NotionFixture &notion, const QString &uri)
{
    return QCoro::waitFor(notion.resources.read({uri, notion.caller(), {}, {}}));
}

QByteArray pageEdited(const QByteArray &time)
{
    return R"({"object":"page","id":"1a2b3c4d-1111-4222-8333-444455556666",)"
           R"("last_edited_time":")"
        + time + "\"}";
}

} // namespace

class TestNotionResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWorkspacesOnce()
    {
        NotionFixture notion;
        QVERIFY(notion.resources.list(notion.caller()).isEmpty());
        notion.connect();
        notion.connect(u"Contoso"_s, otherWorkspace);
        const auto list = notion.resources.list(notion.caller());
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].uri, workspaceUri);
        QCOMPARE(list[0].name, u"Northwind"_s);
        QCOMPARE(list[0].mimeType, u"text/markdown"_s);
        const auto templates = notion.resources.templates(notion.caller());
        QCOMPARE(templates.size(), 1);
        QCOMPARE(templates.first().uriTemplate, u"notion://{workspace}/page/{id}"_s);
    }

    void readsAPage()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pageUrl, 200, fakes::testData(u"notion/row.json"_s));
        notion.http.plan("GET"_ba, pageUrl + u"/markdown"_s, 200, content);
        const auto contents = read(notion, pageUri);
        QVERIFY(contents);
        QCOMPARE(contents->size(), 1);
        QCOMPARE(contents->first().uri, pageUri);
        QVERIFY(contents->first().text.startsWith("# Fix login\n"_L1));
        QVERIFY(contents->first().text.endsWith("Text"_L1));
    }

    void readsTheLastEditedPagesOfAWorkspace()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("POST"_ba, searchUrl, 200, fakes::testData(u"notion/search.json"_s));
        const auto contents = read(notion, workspaceUri);
        QVERIFY(contents);
        const QString &text = contents->first().text;
        QVERIFY(text.startsWith("# Northwind\n"_L1));
        QVERIFY(
            text.contains(u"- Release checklist  %1/page/598337872cf94fdf8782e53db20768a5\n"_s.arg(
                workspaceUri)));
        QVERIFY(text.endsWith("There are more.\n"_L1));
    }

    void hasNothingOfAWorkspaceThatIsNotConnected_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::newRow("another workspace") << u"notion://"_s + otherWorkspace;
        QTest::newRow("a page there")
            << u"notion://%1/page/1a2b3c4d111142228333444455556666"_s.arg(otherWorkspace);
        QTest::newRow("no address") << u"notion://northwind"_s;
        QTest::newRow("hostile") << workspaceUri + u"/page/../../users"_s;
    }
    void hasNothingOfAWorkspaceThatIsNotConnected()
    {
        QFETCH(QString, uri);
        NotionFixture notion;
        notion.connect();
        QCOMPARE(read(notion, uri).error().code, ErrorCode::NotFound);
        QCOMPARE(notion.resources.follow(uri, notion.caller()).error().code, ErrorCode::NotFound);
        QVERIFY(notion.http.requests().isEmpty());
    }

    void tellsThatAPageIsNotShared()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pageUrl, 404, notShared);
        notion.http.plan("GET"_ba, pageUrl + u"/markdown"_s, 404, notShared);
        QCOMPARE(read(notion, pageUri).error().code, ErrorCode::NotFound);
    }

    void completesWorkspacesAndPages()
    {
        NotionFixture notion;
        notion.connect();
        notion.connect(u"Contoso"_s, otherWorkspace);
        tools::CompletionQuery query;
        query.of = u"notion://{workspace}/page/{id}"_s;
        query.argument = u"workspace"_s;
        query.typed = u"north"_s;
        query.caller = notion.caller();
        const auto workspaces = QCoro::waitFor(notion.resources.complete(query));
        QCOMPARE(workspaces->values, QStringList{NotionFixture::northwind});
        query.argument = u"id"_s;
        query.known.insert(u"workspace"_s, NotionFixture::northwind);
        notion.http.plan("POST"_ba, searchUrl, 200, fakes::testData(u"notion/search.json"_s));
        const auto pages = QCoro::waitFor(notion.resources.complete(query));
        QVERIFY(pages->values.contains(u"598337872cf94fdf8782e53db20768a5"_s));
        QVERIFY(pages->hasMore);
        query.argument = u"key"_s;
        QCOMPARE(QCoro::waitFor(notion.resources.complete(query)).error().code,
                 ErrorCode::InvalidInput);
    }

    void refusesToFollowAWholeWorkspace()
    {
        NotionFixture notion;
        notion.connect();
        const auto following = notion.resources.follow(workspaceUri, notion.caller());
        QCOMPARE(following.error().code, ErrorCode::InvalidInput);
    }

    void tellsWhoFollowsAPageThatItChanged()
    {
        NotionFixture notion;
        notion.connect();
        notion.http.plan("GET"_ba, pageUrl, 200, pageEdited("2026-11-20T10:00:00.000Z"_ba));
        const auto first = notion.resources.follow(pageUri, notion.caller());
        QVERIFY(first);
        QSignalSpy updated(first->get(), &tools::Following::updated);
        QTRY_VERIFY(notion.http.unused().isEmpty());
        QTest::qWait(0); // the answer's way back
        // Somebody else who begins to follow makes it look again.
        notion.http.plan("GET"_ba, pageUrl, 200, pageEdited("2026-11-20T10:01:00.000Z"_ba));
        const auto second = notion.resources.follow(pageUri, notion.caller());
        QTRY_COMPARE(updated.count(), 1);
    }

    void doesNotAskWithACredentialThatIsRefused()
    {
        NotionFixture notion;
        const auto connection = notion.connect();
        notion.http.plan("GET"_ba, pageUrl, 401, {});
        const auto first = notion.resources.follow(pageUri, notion.caller());
        QTRY_COMPARE(notion.current(connection).state, ConnectionState::NeedsSignIn);
        const auto second = notion.resources.follow(pageUri, notion.caller());
        QTest::qWait(0);
        QCOMPARE(notion.http.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotionResources)
#include "tst_notionresources.moc"
