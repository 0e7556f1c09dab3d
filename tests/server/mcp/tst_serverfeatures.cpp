// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakecatalogue.h"
#include "tests/server/mcp/sessiondriver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::mcp;

/** Resources, prompts, completion, logging and questions to the client, within a session. */
class TestServerFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatItHas();
    void knowsNoResourcesWithoutAProvider();
    void listsResourcesPageByPage();
    void listsTemplates();
    void readsAResource();
    void saysThatAResourceIsUnknown();
    void getsAPrompt();
    void refusesAPrompt_data();
    void refusesAPrompt();
    void completesArguments();
    void tellsOfChanges();
    void tellsOfSubscribedResourcesOnly();
    void followsNothingThatIsNotThere();
    void stopsFollowingWithTheSession();
    void logsFromTheWantedSeverityOn();
    void asksTheClient();
    void asksNoClientThatCannotAnswer_data();
    void asksNoClientThatCannotAnswer();
    void stopsAskingWhenTheClientLeaves();
    void reportsAnAnswerOfTheWrongForm();
};

namespace {

/** A session with everything behind it. */
struct Fixture
{
    explicit Fixture(const QString &revision = u"2025-11-25"_s,
                     const QByteArray &capabilities = "{}")
    {
        driver.profile.resources = &resources;
        driver.profile.prompts = &prompts;
        driver.profile.changes = &changes;
        hello = answer("initialize",
                       R"({"protocolVersion":")" + revision.toUtf8() + R"(","capabilities":)"
                           + capabilities + R"(,"clientInfo":{"name":"T","version":"1"}})");
    }

    QJsonObject answer(const QByteArray &method, const QByteArray &params = "{}")
    {
        const auto request = SessionDriver::request(QByteArray::number(++lastId), method, params);
        return QJsonDocument::fromJson(driver.answer(request)).object();
    }

    QByteArrayList messages()
    {
        QByteArrayList all;
        for (const Outgoing &message : driver.takeMessages())
            all.append(message.json);
        return all;
    }

    /** A call that is under way, with its way back to the client. */
    tools::ClientPortPointer startCall()
    {
        driver.send(SessionDriver::callOf(QByteArray::number(++lastId), "wait"));
        driver.takeMessages();
        return driver.tools.waiting(driver.tools.waitingCount() - 1).call().client;
    }

    fakes::FakeResources resources;
    fakes::FakePrompts prompts;
    tools::ChangeFeed changes;
    SessionDriver driver;
    QJsonObject hello;
    int lastId = 0;
};

QList<tools::InputRequest> oneForm()
{
    tools::InputRequest request;
    request.key = u"name"_s;
    request.message = u"Your name?"_s;
    request.schema = {{u"type"_s, u"object"_s}};
    return {request};
}

/** What ask() comes to, once it has. */
struct Asked
{
    Asked(const tools::ClientPortPointer &port, QObject *context)
    {
        QCoro::connect(
            port->ask(oneForm()), context, [this](const auto &answers) { result = answers; });
    }
    std::optional<Result<tools::InputAnswers>> result;
};

constexpr auto canAnswerForms = R"({"elicitation":{}})";

} // namespace

void TestServerFeatures::offersWhatItHas()
{
    const QJsonObject list{{u"listChanged"_s, true}};
    const QJsonObject expected{
        {u"completions"_s, QJsonObject()},
        {u"logging"_s, QJsonObject()},
        {u"prompts"_s, list},
        {u"resources"_s, QJsonObject{{u"listChanged"_s, true}, {u"subscribe"_s, true}}},
        {u"tools"_s, list}};
    QCOMPARE(Fixture().hello["result"_L1]["capabilities"_L1].toObject(), expected);
}

void TestServerFeatures::knowsNoResourcesWithoutAProvider()
{
    SessionDriver driver(u"2025-11-25"_s);
    for (const auto &method : {"resources/list"_ba, "prompts/list"_ba, "completion/complete"_ba}) {
        const auto answer = driver.answer(SessionDriver::request("1", method));
        QVERIFY2(answer.contains("-32601"), answer.constData());
    }
}

void TestServerFeatures::listsResourcesPageByPage()
{
    Fixture fixture;
    fixture.driver.profile.toolsPerPage = 2;
    const QJsonValue first = fixture.answer("resources/list")["result"_L1];
    QCOMPARE(first["resources"_L1].toArray().size(), 2);
    const QByteArray cursor = first["nextCursor"_L1].toString().toLatin1();
    const QJsonValue second =
        fixture.answer("resources/list", R"({"cursor":")" + cursor + "\"}")["result"_L1];
    const QJsonObject last{
        {u"name"_s, u"Note 3"_s}, {u"title"_s, u"A title"_s}, {u"uri"_s, u"note://3"_s}};
    QCOMPARE(second["resources"_L1].toArray(), QJsonArray{last});
    QVERIFY(second["nextCursor"_L1].isUndefined());
    const QJsonValue refused = fixture.answer("resources/list", R"({"cursor":"!"})");
    QCOMPARE(refused["error"_L1]["code"_L1], -32602);
}

void TestServerFeatures::listsTemplates()
{
    const QJsonValue result = Fixture().answer("resources/templates/list")["result"_L1];
    QCOMPARE(result["resourceTemplates"_L1][0]["uriTemplate"_L1], u"note://{number}"_s);
}

void TestServerFeatures::readsAResource()
{
    const QJsonValue result =
        Fixture().answer("resources/read", R"({"uri":"note://1"})")["result"_L1];
    const QJsonObject contents{{u"text"_s, u"Milk"_s}, {u"uri"_s, u"note://1"_s}};
    QCOMPARE(result["contents"_L1].toArray(), QJsonArray{contents});
}

void TestServerFeatures::saysThatAResourceIsUnknown()
{
    const QJsonValue error =
        Fixture().answer("resources/read", R"({"uri":"note://9"})")["error"_L1];
    QCOMPARE(error["code"_L1], -32002);
    QCOMPARE(error["data"_L1]["uri"_L1], u"note://9"_s);
}

void TestServerFeatures::getsAPrompt()
{
    Fixture fixture;
    QCOMPARE(fixture.answer("prompts/list")["result"_L1]["prompts"_L1][0]["name"_L1], u"greet"_s);
    const QJsonValue result =
        fixture.answer("prompts/get", R"({"name":"greet","arguments":{"who":"Ada"}})")["result"_L1];
    QCOMPARE(result["messages"_L1][0]["content"_L1]["text"_L1], u"Greet Ada"_s);
}

void TestServerFeatures::refusesAPrompt_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("unknown") << R"({"name":"curse"})"_ba;
    QTest::newRow("no name") << "{}"_ba;
    QTest::newRow("argument missing") << R"({"name":"greet"})"_ba;
    QTest::newRow("argument no text") << R"({"name":"greet","arguments":{"who":1}})"_ba;
}

void TestServerFeatures::refusesAPrompt()
{
    QFETCH(QByteArray, params);
    QCOMPARE(Fixture().answer("prompts/get", params)["error"_L1]["code"_L1], -32602);
}

void TestServerFeatures::completesArguments()
{
    Fixture fixture;
    const QJsonValue ofPrompt = fixture.answer(
        "completion/complete",
        R"({"ref":{"type":"ref/prompt","name":"greet"},"argument":{"name":"who","value":""}})");
    QCOMPARE(ofPrompt["result"_L1]["completion"_L1]["values"_L1].toArray().size(), 100);
    QCOMPARE(ofPrompt["result"_L1]["completion"_L1]["hasMore"_L1], true);
    const QJsonValue ofTemplate = fixture.answer(
        "completion/complete",
        R"({"ref":{"type":"ref/resource","uri":"note://{number}"},"argument":{"name":"number","value":"4"}})");
    const QJsonArray twice{u"4"_s, u"4"_s};
    QCOMPARE(ofTemplate["result"_L1]["completion"_L1]["values"_L1].toArray(), twice);
    QCOMPARE(ofTemplate["result"_L1]["completion"_L1]["total"_L1], 9);
    QVERIFY(ofPrompt["result"_L1]["completion"_L1]["total"_L1].isUndefined());
    const QJsonValue unknown = fixture.answer(
        "completion/complete", R"({"ref":{"type":"x"},"argument":{"name":"a","value":""}})");
    QCOMPARE(unknown["error"_L1]["code"_L1], -32602);
}

void TestServerFeatures::tellsOfChanges()
{
    Fixture fixture;
    Q_EMIT fixture.changes.toolsChanged();
    Q_EMIT fixture.changes.promptsChanged();
    Q_EMIT fixture.changes.resourcesChanged();
    const QByteArrayList expected{
        R"({"jsonrpc":"2.0","method":"notifications/tools/list_changed"})",
        R"({"jsonrpc":"2.0","method":"notifications/prompts/list_changed"})",
        R"({"jsonrpc":"2.0","method":"notifications/resources/list_changed"})"};
    QCOMPARE(fixture.messages(), expected);
}

void TestServerFeatures::tellsOfSubscribedResourcesOnly()
{
    Fixture fixture;
    fixture.answer("resources/subscribe", R"({"uri":"note://1"})");
    fixture.answer("resources/subscribe", R"({"uri":"note://2"})");
    fixture.answer("resources/unsubscribe", R"({"uri":"note://2"})");
    for (const QString &uri : {u"note://1"_s, u"note://2"_s, u"note://3"_s})
        Q_EMIT fixture.changes.resourceUpdated(uri);
    const QByteArrayList expected{
        R"({"jsonrpc":"2.0","method":"notifications/resources/updated","params":{"uri":"note://1"}})"};
    QCOMPARE(fixture.messages(), expected);
}

void TestServerFeatures::followsNothingThatIsNotThere()
{
    Fixture fixture;
    const QJsonObject refused = fixture.answer("resources/subscribe", R"({"uri":"page://1"})");
    QCOMPARE(refused["error"_L1]["code"_L1], -32002);
    Q_EMIT fixture.changes.resourceUpdated(u"page://1"_s);
    QCOMPARE(fixture.messages(), QByteArrayList());
}

void TestServerFeatures::stopsFollowingWithTheSession()
{
    fakes::FakeResources notes;
    {
        SessionDriver driver;
        tools::ChangeFeed changes;
        driver.profile.resources = &notes;
        driver.profile.changes = &changes;
        (void)driver.answer(SessionDriver::initialize(u"2025-11-25"_s));
        for (const auto &id : {"2"_ba, "3"_ba}) // twice is once
            (void)driver.answer(
                SessionDriver::request(id, "resources/subscribe", R"({"uri":"note://1"})"));
        QCOMPARE(notes.followers(), 1);
        driver.takeMessages();
        notes.change(u"note://1"_s);
        QCOMPARE(driver.takeMessages().size(), 1);
    }
    QCOMPARE(notes.followers(), 0);
}

void TestServerFeatures::logsFromTheWantedSeverityOn()
{
    Fixture fixture;
    const QJsonValue refused = fixture.answer("logging/setLevel", R"({"level":"loud"})");
    QCOMPARE(refused["error"_L1]["code"_L1], -32602);
    fixture.answer("logging/setLevel", R"({"level":"warning"})");
    const auto port = fixture.startCall();
    port->log(tools::LogLevel::Notice, {}, u"not this"_s);
    port->log(tools::LogLevel::Error, u"jira"_s, u"this"_s);
    const QByteArrayList expected{
        R"({"jsonrpc":"2.0","method":"notifications/message","params":{"data":"this","level":"error","logger":"jira"}})"};
    QCOMPARE(fixture.messages(), expected);
}

void TestServerFeatures::asksTheClient()
{
    Fixture fixture(u"2025-11-25"_s, canAnswerForms);
    const Asked asked(fixture.startCall(), this);
    const QByteArrayList expected{
        R"({"id":"ask-1","jsonrpc":"2.0","method":"elicitation/create","params":{"message":"Your name?","mode":"form","requestedSchema":{"type":"object"}}})"};
    QCOMPARE(fixture.messages(), expected);
    QVERIFY(!asked.result);
    fixture.driver.send(
        R"({"jsonrpc":"2.0","id":"ask-1","result":{"action":"accept","content":{"name":"Ada"}}})");
    QVERIFY(asked.result);
    const QJsonObject content{{u"name"_s, u"Ada"_s}};
    QCOMPARE(asked.result->value().value(u"name"_s).content, content);
}

void TestServerFeatures::asksNoClientThatCannotAnswer_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<QByteArray>("capabilities");
    QTest::newRow("not declared") << u"2025-11-25"_s << "{}"_ba;
    QTest::newRow("pages only") << u"2025-11-25"_s << R"({"elicitation":{"url":{}}})"_ba;
    QTest::newRow("before there was any") << u"2025-03-26"_s << QByteArray(canAnswerForms);
}

void TestServerFeatures::asksNoClientThatCannotAnswer()
{
    QFETCH(QString, revision);
    QFETCH(QByteArray, capabilities);
    Fixture fixture(revision, capabilities);
    const Asked asked(fixture.startCall(), this);
    QCOMPARE(fixture.messages(), QByteArrayList());
    QVERIFY(asked.result);
    QCOMPARE(asked.result->error().code, ErrorCode::Forbidden);
}

void TestServerFeatures::stopsAskingWhenTheClientLeaves()
{
    Fixture fixture(u"2025-11-25"_s, canAnswerForms);
    const Asked asked(fixture.startCall(), this);
    fixture.driver.session->abandonAll();
    QVERIFY(asked.result);
    QCOMPARE(asked.result->error().code, ErrorCode::Cancelled);
}

void TestServerFeatures::reportsAnAnswerOfTheWrongForm()
{
    Fixture fixture(u"2025-11-25"_s, canAnswerForms);
    const Asked asked(fixture.startCall(), this);
    fixture.driver.send(R"({"jsonrpc":"2.0","id":"ask-1","result":{"action":"perhaps"}})");
    QVERIFY(asked.result);
    QCOMPARE(asked.result->error().code, ErrorCode::InvalidData);
}

QTEST_GUILESS_MAIN(TestServerFeatures)
#include "tst_serverfeatures.moc"
