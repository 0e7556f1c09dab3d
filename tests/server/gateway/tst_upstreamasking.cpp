// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreamasking.h"
#include "server/gateway/upstreamclient.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/fakeclock.h"
#include "tests/server/gateway/askingupstream.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

namespace {

using Action = tools::InputAnswer::Action;

QCoro::Task<Result<Secret>> withoutToken(CancellationToken)
{
    co_return Secret();
}

UpstreamTarget targetAt(const QUrl &url)
{
    return {.url = url, .name = u"Linear"_s, .authorize = withoutToken};
}

QString textOf(const Result<QJsonObject> &result)
{
    return result ? result->value("content"_L1)[0]["text"_L1].toString() : result.error().message;
}

UpstreamRequest calling(const std::shared_ptr<fakes::FakeClientPort> &client)
{
    return {.method = u"tools/call"_s,
            .params = {{u"name"_s, u"echo"_s}, {u"arguments"_s, QJsonObject()}},
            .client = client};
}

} // namespace

class TestUpstreamAsking : public QObject
{
    Q_OBJECT

    net::StreamingClient m_http;
    fakes::FakeClock m_clock;
    std::shared_ptr<fakes::FakeClientPort> m_person = std::make_shared<fakes::FakeClientPort>();

private Q_SLOTS:
    void init() { m_person = std::make_shared<fakes::FakeClientPort>(); }

    void asksTheClientWhoseCallItIs()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->fillIn({{u"city"_s, u"Oslo"_s}});
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        QCOMPARE(m_person->asked().size(), 1);
        QCOMPARE(m_person->asked().first().message, u"Linear asks: Where to?"_s);
        QCOMPARE(upstream.answer()["result"_L1].toObject(),
                 AskingUpstream::object("{'action':'accept','content':{'city':'Oslo','days':3}}"));
    }

    void passesOnWhatThePersonDecided_data()
    {
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no") << int(Action::Decline) << u"decline"_s;
        QTest::newRow("away") << int(Action::Cancel) << u"cancel"_s;
    }
    void passesOnWhatThePersonDecided()
    {
        QFETCH(int, action);
        QFETCH(QString, expected);
        AskingUpstream upstream(AskingUpstream::formQuestion());
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->answer(Action(action));
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        QCOMPARE(upstream.answer()["result"_L1].toObject(), QJsonObject({{u"action"_s, expected}}));
    }

    void declinesForAClientThatCannotBeAsked()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->fail({.code = ErrorCode::Forbidden, .message = u"It cannot."_s});
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        QCOMPARE(upstream.answer()["result"_L1]["action"_L1], QJsonValue(u"decline"_s));
    }

    void refusesQuestionsOutOfTheBlue()
    {
        AskingUpstream upstream(AskingUpstream::formQuestion());
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        UpstreamRequest nobodys = calling(nullptr);
        QCOMPARE(textOf(QCoro::waitFor(client.request(nobodys))), u"done"_s);
        QCOMPARE(upstream.answer()["error"_L1]["code"_L1].toInt(), -32601);
    }

    void refusesWhatNobodyMustBeAsked_data()
    {
        QTest::addColumn<QByteArray>("params");
        const QByteArray before = "{'message':'m','requestedSchema':{'type':'object','properties':{"
                                  "'a':";
        QTest::newRow("no form") << "{'message':'m'}"_ba;
        QTest::newRow("nested") << before + "{'type':'object','properties':{}}}}}";
        QTest::newRow("elsewhere") << before + "{'type':'string','$ref':'https://a.example/'}}}}";
        QTest::newRow("hidden") << before + "{'type':'string','default':'a\\u202eb'}}}}";
        QTest::newRow("large") << before + "{'type':'string','default':'" + QByteArray(33'000, 'a')
                + "'}}}}";
        QTest::newRow("unknown") << "{'message':'m','mode':'mind'}"_ba;
        const QByteArray page = "{'message':'m','mode':'url','url':";
        for (const char *url : {"javascript:alert(1)",
                                "file:///etc/passwd",
                                "http://evil.example/",
                                "https://a.example@evil.example/",
                                "https://evil.example/\\\\a",
                                "https://evil.example/\\\" & calc",
                                "//evil.example/"})
            QTest::newRow(url) << page + '\'' + url + "'}";
    }
    void refusesWhatNobodyMustBeAsked()
    {
        QFETCH(QByteArray, params);
        m_person->opensPages = true;
        AskingUpstream upstream(AskingUpstream::object(params));
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        QCOMPARE(upstream.answer()["error"_L1]["code"_L1].toInt(), -32602);
        QVERIFY(m_person->asked().isEmpty());
    }

    void callsWhenItsQuestionsAreHeardAndNotBefore()
    {
        ScriptedUpstream upstream;
        QPointer<QTcpSocket> stream;
        upstream.instead = [&stream](QTcpSocket &socket, const QJsonObject &message) {
            if (message.isEmpty())
                stream = &socket;
            return message.isEmpty();
        };
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        client.keepConnected();
        auto called = client.request(calling(m_person));
        QTRY_VERIFY(stream);
        // What nobody is asked for goes its way meanwhile.
        QVERIFY(QCoro::waitFor(client.listTools({})));
        QVERIFY(upstream.received(u"tools/call"_s).isEmpty());
        ScriptedUpstream::stream(*stream, {});
        QVERIFY(QCoro::waitFor(std::move(called)));
        QCOMPARE(upstream.received(u"tools/call"_s).size(), 1);
        client.close();
    }

    void sendsAPersonToAPage()
    {
        m_person->opensPages = true;
        m_person->answer(Action::Accept);
        AskingUpstream upstream(AskingUpstream::object(
            "{'message':'Pay','mode':'url','url':'https://pay.example/1?a=b#c'}"));
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        QCOMPARE(m_person->asked().value(0).url, u"https://pay.example/1?a=b#c"_s);
        QCOMPARE(upstream.answer()["result"_L1].toObject(),
                 AskingUpstream::object("{'action':'accept'}"));
    }

    void asksAndSendsTheRequestAgain()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        AskingUpstream::askByResult(
            upstream, 1, AskingUpstream::inputRequired(AskingUpstream::formQuestion()));
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->fillIn({{u"city"_s, u"Oslo"_s}});
        QCOMPARE(textOf(QCoro::waitFor(client.request(calling(m_person)))), u"done"_s);
        const auto calls = upstream.received(u"tools/call"_s);
        QCOMPARE(calls.size(), 2);
        QVERIFY(calls[0]["id"_L1] != calls[1]["id"_L1]);
        const QJsonObject params = calls[1]["params"_L1].toObject();
        QCOMPARE(params["requestState"_L1], QJsonValue(u"s1"_s));
        QCOMPARE(params["inputResponses"_L1]["where"_L1].toObject(),
                 AskingUpstream::object("{'action':'accept','content':{'city':'Oslo','days':3}}"));
    }

    void tellsEachRequestWhatItMayAskFor()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        QVERIFY(QCoro::waitFor(client.request(calling(m_person))));
        QVERIFY(QCoro::waitFor(client.request(calling(nullptr))));
        const QString name = u"io.modelcontextprotocol/clientCapabilities"_s;
        const auto calls = upstream.received(u"tools/call"_s);
        QCOMPARE(calls[0]["params"_L1]["_meta"_L1][name].toObject(),
                 AskingUpstream::object("{'elicitation':{'form':{}}}"));
        QCOMPARE(calls[1]["params"_L1]["_meta"_L1][name].toObject(), QJsonObject());
    }

    void handsOnThatTheClientIsAskedFirst()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        AskingUpstream::askByResult(
            upstream, 1, AskingUpstream::inputRequired(AskingUpstream::formQuestion()));
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->fail({.code = ErrorCode::Cancelled, .message = u"First."_s});
        const auto result = QCoro::waitFor(client.request(calling(m_person)));
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

    void endsWithAnUpstreamThatAsksWithoutAnEnd()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        AskingUpstream::askByResult(
            upstream, 1000, AskingUpstream::inputRequired(AskingUpstream::formQuestion()));
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        m_person->fillIn({{u"city"_s, u"Oslo"_s}});
        const auto result = QCoro::waitFor(client.request(calling(m_person)));
        QCOMPARE(result.error().code, ErrorCode::InvalidData);
        QCOMPARE(upstream.received(u"tools/call"_s).size(), 10);
    }

    void grantsNoOtherInput()
    {
        ScriptedUpstream upstream(ScriptedUpstream::Age::Stateless);
        QJsonObject input = AskingUpstream::inputRequired(AskingUpstream::formQuestion());
        input[u"inputRequests"_s] =
            AskingUpstream::object("{'a':{'method':'sampling/createMessage','params':{}}}");
        AskingUpstream::askByResult(upstream, 1, input);
        UpstreamClient client(m_http, targetAt(upstream.url()), m_clock);
        const auto result = QCoro::waitFor(client.request(calling(m_person)));
        QCOMPARE(result.error().code, ErrorCode::InvalidData);
        QCOMPARE(upstream.received(u"tools/call"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestUpstreamAsking)
#include "tst_upstreamasking.moc"
