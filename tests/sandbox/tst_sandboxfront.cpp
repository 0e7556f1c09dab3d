// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/commandline.h"
#include "tests/sandbox/front/requestreader.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/sandbox.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::sandbox;

/** The HTTP front before the services: how it reads, how it answers, and how it fails on demand. */
class TestSandboxFront final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsTheConnection();
    void answersPipelinedRequestsInOrder();
    void closesWhenAskedTo();
    void readsAChunkedBody();
    void readsARequestThatArrivesByteByByte();
    void refusesMalformedRequests_data();
    void refusesMalformedRequests();
    void servesSeveralSitesApart();
    void answersAStatusForTheNextRequestsOnly();
    void sendsTheHeadersOfARateLimit();
    void replacesTheAnswer_data();
    void replacesTheAnswer();
    void cutsTheConnectionInTheBody();
    void promisesMoreThanItSends();
    void hangsAfterTheWorkIsDone();
    void dripsTheAnswer();
    void redirectsElsewhere();
    void waitsBeforeItAnswers();
    void rollsTheSameDiceForTheSameSeed();
    void strikesOnlyWhatTheRuleNames();
    void refusesUnknownFaults_data();
    void refusesUnknownFaults();
    void keepsAJournalWithoutSecrets();
    void resetsEverything();
    void movesTheClock();
    void refusesAPortThatIsTaken();
    void readsItsCommandLine();
    void refusesAWrongCommandLine_data();
    void refusesAWrongCommandLine();

private:
    /** One request on a connection of its own. */
    [[nodiscard]] QByteArray ask(const QByteArray &method,
                                 const QByteArray &target,
                                 const QByteArray &body = {});
    void addFault(const QByteArray &json);

    std::unique_ptr<Sandbox> m_sandbox;
};

void TestSandboxFront::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
}

QByteArray TestSandboxFront::ask(const QByteArray &method,
                                 const QByteArray &target,
                                 const QByteArray &body)
{
    RawClient client(m_sandbox->url());
    client.send(RawClient::request(method, target, body));
    return client.answer();
}

void TestSandboxFront::addFault(const QByteArray &json)
{
    QCOMPARE(RawClient::statusOf(ask("POST", "/_sandbox/faults", json)), 200);
}

void TestSandboxFront::keepsTheConnection()
{
    RawClient client(m_sandbox->url());
    for (int i = 0; i < 3; ++i) {
        client.send(RawClient::request("GET", "/rest/api/3/myself"));
        QCOMPARE(RawClient::statusOf(client.answer()), 200);
    }
    QVERIFY(client.isConnected());
}

void TestSandboxFront::answersPipelinedRequestsInOrder()
{
    RawClient client(m_sandbox->url());
    client.send(RawClient::request("GET", "/rest/api/3/myself")
                + RawClient::request("GET", "/rest/api/3/nope")
                + RawClient::request("GET", "/rest/api/3/serverInfo"));
    QCOMPARE(RawClient::statusOf(client.answer()), 200);
    QCOMPARE(RawClient::statusOf(client.answer()), 404);
    QVERIFY(client.answer().contains("serverTitle"));
}

void TestSandboxFront::closesWhenAskedTo()
{
    RawClient client(m_sandbox->url());
    client.send("GET /_edge/tenant_info HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    const QByteArray all = client.everything();
    QVERIFY(all.contains("cloudId"));
    QVERIFY(all.contains("Connection: close"));
}

void TestSandboxFront::readsAChunkedBody()
{
    RawClient client(m_sandbox->url());
    QByteArray request = RawClient::request("POST", "/rest/api/3/search/approximate-count");
    request.chop(2);
    client.send(request
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                  "9\r\n{\"jql\":\"p\r\n11;x=y\r\nroject = WEB\"}   \r\n0\r\n\r\n");
    const QByteArray answer = client.answer();
    QCOMPARE(RawClient::bodyOf(answer), "{\"count\":25}"_ba);
}

void TestSandboxFront::readsARequestThatArrivesByteByByte()
{
    RequestReader reader;
    const QByteArray bytes = RawClient::request("POST", "/a%20b?c=d+e&f", "{}");
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i)
        QCOMPARE(reader.feed(bytes.mid(i, 1)), RequestReader::Progress::NeedsMore);
    QCOMPARE(reader.feed(bytes.last(1)), RequestReader::Progress::Complete);
    const Request request = reader.take();
    QCOMPARE(request.path, u"/a b"_s);
    QCOMPARE(request.parameter(u"c").value_or(QString()), u"d e"_s);
    QVERIFY(request.parameter(u"f").has_value());
    QCOMPARE(request.body, "{}"_ba);
}

void TestSandboxFront::refusesMalformedRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray get = "GET / HTTP/1.1\r\nHost: a\r\n";
    QTest::newRow("no version") << "GET /\r\nHost: a\r\n\r\n"_ba << 400;
    QTest::newRow("old version") << "GET / HTTP/1.0\r\nHost: a\r\n\r\n"_ba << 505;
    QTest::newRow("absolute form") << "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n"_ba << 400;
    QTest::newRow("no host") << "GET / HTTP/1.1\r\nA: b\r\n\r\n"_ba << 400;
    QTest::newRow("two hosts") << get + "Host: b\r\n\r\n" << 400;
    QTest::newRow("bare line feed") << "GET / HTTP/1.1\nHost: a\r\n\r\n"_ba << 400;
    QTest::newRow("space before colon") << get + "A : b\r\n\r\n" << 400;
    QTest::newRow("folded") << get + "A: b\r\n c\r\n\r\n" << 400;
    QTest::newRow("length sign") << get + "Content-Length: +5\r\n\r\n" << 400;
    QTest::newRow("length list") << get + "Content-Length: 5, 5\r\n\r\n" << 400;
    QTest::newRow("two lengths") << get + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n" << 400;
    QTest::newRow("length and chunked")
        << get + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        << 400;
    QTest::newRow("too long") << get + "Content-Length: 99999999\r\n\r\n" << 413;
    QTest::newRow("unknown coding") << get + "Transfer-Encoding: gzip, chunked\r\n\r\n" << 501;
    QTest::newRow("chunk size") << get + "Transfer-Encoding: chunked\r\n\r\n-5\r\n" << 400;
    QTest::newRow("chunk too long") << get + "Transfer-Encoding: chunked\r\n\r\n1\r\nabcd" << 400;
    QTest::newRow("huge chunk") << get + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n" << 413;
    QTest::newRow("huge head") << get + "A: " + QByteArray(40000, 'x') << 431;
    QTest::newRow("long target") << "GET /" + QByteArray(9000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"
                                 << 414;
}

void TestSandboxFront::refusesMalformedRequests()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_sandbox->url());
    client.send(bytes);
    QCOMPARE(RawClient::statusOf(client.everything()), status);
    QCOMPARE(RawClient::statusOf(ask("GET", "/_edge/tenant_info")), 200);
}

void TestSandboxFront::servesSeveralSitesApart()
{
    Sandbox::Options options;
    options.sites.append({u"tidewater"_s, 0});
    options.sites.append({u"another"_s, 0});
    Sandbox sandbox(options);
    QVERIFY(sandbox.start());
    QVERIFY(sandbox.url() != sandbox.url(u"tidewater"_s));
    QVERIFY(sandbox.gatewayUrl(u"another"_s) != sandbox.gatewayUrl(u"tidewater"_s));
    const auto projectsWith = [&](const QByteArray &credentials) {
        RawClient client(sandbox.url(u"tidewater"_s));
        client.send("GET /rest/api/3/project/search HTTP/1.1\r\nHost: a\r\nAuthorization: Basic "
                    + credentials.toBase64() + "\r\n\r\n");
        return QJsonDocument::fromJson(RawClient::bodyOf(client.answer()))["total"_L1].toInt();
    };
    QCOMPARE(projectsWith("ada@tidewater.example:sandbox-api-token-ada"), 1);
    QCOMPARE(projectsWith("ada@northwind.example:sandbox-api-token-ada"), 0);
}

void TestSandboxFront::answersAStatusForTheNextRequestsOnly()
{
    addFault("{\"kind\":\"status\",\"status\":503,\"count\":2,\"retryAfter\":7}");
    for (int i = 0; i < 2; ++i) {
        const QByteArray answer = ask("GET", "/rest/api/3/myself");
        QCOMPARE(RawClient::statusOf(answer), 503);
        QVERIFY(answer.contains("Retry-After: 7\r\n"));
    }
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/myself")), 200);
}

void TestSandboxFront::sendsTheHeadersOfARateLimit()
{
    addFault("{\"kind\":\"status\",\"status\":429,\"retryAfter\":3,\"reason\":"
             "\"jira-quota-global-based\"}");
    const QByteArray answer = ask("GET", "/rest/api/3/myself");
    QCOMPARE(RawClient::statusOf(answer), 429);
    for (const QByteArray &header : {"Retry-After: 3"_ba,
                                     "RateLimit-Reason: jira-quota-global-based"_ba,
                                     "X-RateLimit-Limit: 65000"_ba,
                                     "X-RateLimit-Remaining: 0"_ba,
                                     "X-RateLimit-Reset: 20"_ba,
                                     "RateLimit-Policy: \"global-app-quota\";q=65000;w=3600"_ba,
                                     "RateLimit: \"global-app-quota\";r=0;t=3"_ba})
        QVERIFY2(answer.contains(header), header.constData());
}

void TestSandboxFront::replacesTheAnswer_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("html") << "{\"kind\":\"html\"}"_ba
                          << "text/html"_ba
                          << "<!DOCTYPE html>"_ba;
    QTest::newRow("garbage") << "{\"kind\":\"garbage\"}"_ba
                             << "application/json"_ba
                             << "{\"values\":["_ba;
    QTest::newRow("huge") << "{\"kind\":\"huge\",\"bytes\":3000000}"_ba
                          << "application/json"_ba
                          << "{\"values\":[\"xxx"_ba;
}

void TestSandboxFront::replacesTheAnswer()
{
    QFETCH(QByteArray, fault);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, beginning);
    addFault(fault);
    const QByteArray answer = ask("GET", "/rest/api/3/myself");
    QCOMPARE(RawClient::statusOf(answer), 200);
    QVERIFY(answer.contains("Content-Type: " + type));
    QVERIFY(RawClient::bodyOf(answer).startsWith(beginning));
    if (fault.contains("bytes"))
        QCOMPARE(RawClient::bodyOf(answer).size(), 3000000);
}

void TestSandboxFront::cutsTheConnectionInTheBody()
{
    addFault("{\"kind\":\"cut\"}");
    RawClient client(m_sandbox->url());
    client.send(RawClient::request("GET", "/rest/api/3/myself"));
    const QByteArray all = client.everything();
    QCOMPARE(RawClient::statusOf(all), 200);
    QVERIFY(QJsonDocument::fromJson(RawClient::bodyOf(all)).isNull());
    QVERIFY(!RawClient::bodyOf(all).isEmpty());
}

void TestSandboxFront::promisesMoreThanItSends()
{
    addFault("{\"kind\":\"wrong-length\"}");
    RawClient client(m_sandbox->url());
    client.send(RawClient::request("GET", "/rest/api/3/myself"));
    const QByteArray all = client.everything();
    const qsizetype sent = RawClient::bodyOf(all).size();
    QVERIFY(all.contains("Content-Length: " + QByteArray::number(sent + 100) + "\r\n"));
}

void TestSandboxFront::hangsAfterTheWorkIsDone()
{
    addFault("{\"kind\":\"hang\",\"method\":\"DELETE\"}");
    RawClient client(m_sandbox->url());
    client.send(RawClient::request("DELETE", "/rest/api/3/issue/WEB-24"));
    QTRY_COMPARE(m_sandbox->journal().entries().size(), 1);
    QCOMPARE(m_sandbox->journal().entries().constLast().status, 0);
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/issue/WEB-24")), 404);
    QVERIFY(client.isConnected());
    QVERIFY(client.answer(50).isEmpty());
}

void TestSandboxFront::dripsTheAnswer()
{
    addFault("{\"kind\":\"drip\",\"dripMs\":1}");
    RawClient client(m_sandbox->url());
    client.send("GET /_edge/tenant_info HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray answer = client.answer(20000);
    QVERIFY(RawClient::bodyOf(answer).contains("cloudId"));
}

void TestSandboxFront::redirectsElsewhere()
{
    addFault("{\"kind\":\"redirect\",\"location\":\"http://localhost:1/steal\"}");
    const QByteArray answer = ask("GET", "/rest/api/3/myself");
    QCOMPARE(RawClient::statusOf(answer), 302);
    QVERIFY(answer.contains("Location: http://localhost:1/steal\r\n"));
}

void TestSandboxFront::waitsBeforeItAnswers()
{
    FaultRule rule;
    rule.kind = FaultRule::Kind::Latency;
    rule.latencyMs = 20;
    rule.jitterMs = 5;
    m_sandbox->faults().add(rule);
    for (int i = 0; i < 20; ++i) {
        const int delay = m_sandbox->faults().planFor(Request{}).delayMs;
        QVERIFY(delay >= 20 && delay <= 25);
    }
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/myself")), 200);
}

void TestSandboxFront::rollsTheSameDiceForTheSameSeed()
{
    FaultRule rule;
    rule.probability = 0.5;
    const auto strikes = [&rule](quint32 seed) {
        Faults faults(seed);
        faults.add(rule);
        QByteArray result;
        for (int i = 0; i < 40; ++i)
            result += faults.planFor(Request{}).instead ? 'x' : '.';
        return result;
    };
    QCOMPARE(strikes(7), strikes(7));
    QVERIFY(strikes(7) != strikes(8));
    QVERIFY(strikes(7).contains('x') && strikes(7).contains('.'));
}

void TestSandboxFront::strikesOnlyWhatTheRuleNames()
{
    addFault("{\"kind\":\"status\",\"status\":500,\"method\":\"GET\",\"path\":"
             "\"/rest/api/3/issue/*/comment\"}");
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/issue/WEB-1/comment")), 500);
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/issue/WEB-1")), 200);
    QCOMPARE(RawClient::statusOf(ask("POST", "/rest/api/3/issue/WEB-1/comment", "{}")), 400);
}

void TestSandboxFront::refusesUnknownFaults_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("kind") << "{\"kind\":\"explode\"}"_ba;
    QTest::newRow("member") << "{\"kind\":\"status\",\"staus\":500}"_ba;
    QTest::newRow("type") << "{\"kind\":\"status\",\"status\":\"500\"}"_ba;
    QTest::newRow("status") << "{\"kind\":\"status\",\"status\":7}"_ba;
    QTest::newRow("redirect to nowhere") << "{\"kind\":\"redirect\"}"_ba;
    QTest::newRow("no JSON") << "kind=status"_ba;
}

void TestSandboxFront::refusesUnknownFaults()
{
    QFETCH(QByteArray, fault);
    QCOMPARE(RawClient::statusOf(ask("POST", "/_sandbox/faults", fault)), 400);
    QVERIFY(m_sandbox->faults().rules().isEmpty());
}

void TestSandboxFront::keepsAJournalWithoutSecrets()
{
    QVERIFY(!ask("GET", "/rest/api/3/myself").isEmpty());
    const QByteArray answer = ask("GET", "/_sandbox/requests");
    const QJsonArray requests =
        QJsonDocument::fromJson(RawClient::bodyOf(answer))["requests"_L1].toArray();
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests[0]["target"_L1].toString(), u"/rest/api/3/myself"_s);
    QCOMPARE(requests[0]["status"_L1].toInt(), 200);
    QCOMPARE(requests[0]["headers"_L1]["authorization"_L1].toString(),
             u"Basic ada@northwind.example (hidden)"_s);
}

void TestSandboxFront::resetsEverything()
{
    addFault("{\"kind\":\"status\"}");
    m_sandbox->faults().clear();
    QCOMPARE(RawClient::statusOf(ask("DELETE", "/rest/api/3/issue/WEB-24")), 204);
    addFault("{\"kind\":\"status\"}");
    QCOMPARE(RawClient::statusOf(ask("POST", "/_sandbox/reset")), 204);
    QVERIFY(m_sandbox->faults().rules().isEmpty());
    QVERIFY(m_sandbox->journal().entries().isEmpty());
    QCOMPARE(RawClient::statusOf(ask("GET", "/rest/api/3/issue/WEB-24")), 200);
}

void TestSandboxFront::movesTheClock()
{
    Sandbox::Options options;
    options.now = QDateTime::fromString(u"2026-11-20T12:00:00Z"_s, Qt::ISODate);
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    QVERIFY(ask("POST", "/_sandbox/clock", "{\"advanceMs\":60000}")
                .contains("2026-11-20T12:01:00.000Z"));
    QCOMPARE(RawClient::statusOf(ask("POST", "/_sandbox/clock", "{}")), 400);
}

void TestSandboxFront::refusesAPortThatIsTaken()
{
    Sandbox::Options options;
    options.sites = {{u"northwind"_s, quint16(QUrl(m_sandbox->url()).port())}};
    Sandbox second(options);
    const auto started = second.start();
    QVERIFY(!started);
    QVERIFY(started.error().message.contains(QString::number(options.sites[0].port)));
}

void TestSandboxFront::readsItsCommandLine()
{
    const auto parsed = CommandLine::parse(
        u"x --port 0 --site tidewater=0 --print-ready --latency 5 --jitter 2 --seed 9 "
        "--search-lag 300 --now 2026-11-20T12:00:00Z --fault kind=status,status=429,count=2"_s
            .split(u' '));
    QVERIFY(parsed);
    QCOMPARE(parsed->options.sites.size(), 2);
    QCOMPARE(parsed->options.faults.size(), 2);
    QCOMPARE(parsed->options.faults[1].status, 429);
    QCOMPARE(parsed->options.seed, 9U);
    QVERIFY(parsed->printsReady);
    QVERIFY(CommandLine::help().contains("sandbox-api-token-ada"_L1));
}

void TestSandboxFront::refusesAWrongCommandLine_data()
{
    QTest::addColumn<QString>("arguments");
    for (const char *arguments : {"x --port many",
                                  "x --port 70000",
                                  "x --site tidewater",
                                  "x --fault kind=explode",
                                  "x --now yesterday",
                                  "x --colour",
                                  "x file"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
}

void TestSandboxFront::refusesAWrongCommandLine()
{
    QFETCH(QString, arguments);
    const auto parsed = CommandLine::parse(arguments.split(u' '));
    QVERIFY(!parsed);
    QVERIFY(!parsed.error().message.isEmpty());
}

QTEST_GUILESS_MAIN(TestSandboxFront)
#include "tst_sandboxfront.moc"
