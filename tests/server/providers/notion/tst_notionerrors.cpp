// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionerrors.h"
#include "tests/fakes/golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::notion;

namespace {

const CallPurpose reading{u"Northwind"_s, u"Page 1a2b"_s, {}, {}};
const CallPurpose writing{u"Northwind"_s, {}, u"creating the page"_s, u"Look for it."_s};

QByteArray body(const QByteArray &code, const QByteArray &message)
{
    return R"({"object":"error","status":400,"code":")" + code + R"(","message":")" + message
        + R"(","request_id":"1"})";
}

net::Response answer(int status, const QByteArray &content, QList<net::Header> headers = {})
{
    return {.status = status, .headers = std::move(headers), .body = content};
}

} // namespace

class TestNotionErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatHappenedAndWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("unauthorized")
            << 401 << body("unauthorized", "API token is invalid.") << ErrorCode::Unauthorized
            << u"Notion sign-in has expired. Open Fairlead and click Reconnect on Northwind."_s;
        QTest::newRow("not shared")
            << 404 << body("object_not_found", "Could not find page.") << ErrorCode::NotFound
            << u"Page 1a2b does not exist in Notion (Northwind) or is not shared with the "
               "connection. To share it, open it in Notion and choose ••• → Connections."_s;
        QTest::newRow("restricted")
            << 403 << body("restricted_resource", "Insufficient permissions for this endpoint.")
            << ErrorCode::Forbidden
            << u"The connection may not do that in Notion (Northwind) (403): Insufficient "
               "permissions for this endpoint. What it may do is set in Notion, under the "
               "integration's capabilities."_s;
        QTest::newRow("validation")
            << 400 << body("validation_error", "body.x should be\\na string\\u202e")
            << ErrorCode::InvalidInput
            << u"Notion (Northwind) refused the request: body.x should be a string."_s;
        QTest::newRow("without a word") << 400 << QByteArray() << ErrorCode::InvalidInput
                                        << u"Notion (Northwind) refused the request (400) without "
                                           "saying why."_s;
        QTest::newRow("conflict")
            << 409 << body("conflict_error", "Conflict occurred.") << ErrorCode::Conflict
            << u"Somebody changed the same thing in Notion (Northwind) at that moment (409), and "
               "nothing was saved. Try again."_s;
        QTest::newRow("down")
            << 503 << body("service_unavailable", "x") << ErrorCode::Network
            << u"Notion (Northwind) has a problem of its own (503). Try again in a "
               "few minutes."_s;
        QTest::newRow("too long") << 413 << QByteArray() << ErrorCode::InvalidInput
                                  << u"The text is too long for Notion (413). Shorten it or split "
                                     "it."_s;
    }
    void saysWhatHappenedAndWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, content);
        const Error error = errorOf(answer(status, content), reading);
        QTEST(error.code, "code");
        QTEST(error.message, "message");
    }

    void boundsWhatNotionSays()
    {
        const Error error =
            errorOf(answer(400, body("validation_error", QByteArray(5000, 'x'))), reading);
        QVERIFY(error.message.size() < 700);
    }

    void saysHowLongToWait()
    {
        const QByteArray limited = fakes::testData(u"notion/error.json"_s);
        const Error known = errorOf(answer(429, limited, {{"Retry-After"_ba, "17"_ba}}), reading);
        QCOMPARE(known.code, ErrorCode::RateLimited);
        QCOMPARE(known.retryAfter, std::chrono::seconds(17));
        QCOMPARE(
            known.message,
            u"Notion (Northwind) limits its calls (429, workspace). Try again in 17 seconds."_s);
        const Error unknown = errorOf(answer(529, body("service_overload", "x")), writing);
        QCOMPARE(unknown.code, ErrorCode::RateLimited);
        QCOMPARE(unknown.message,
                 u"Notion (Northwind) is overloaded (529). Wait a minute, then try again."_s);
    }

    // What stands before Notion blocks networks, not tokens.
    void tellsABlockPageFromAnAnswer()
    {
        const QList<net::Header> headers{{"Content-Type"_ba, "text/html; charset=UTF-8"_ba},
                                         {"CF-Ray"_ba, "8f1e2d3c4b5a-FRA"_ba}};
        for (const int status : {401, 403, 429, 503}) {
            const net::Response blocked = answer(status, "<html>Sorry</html>", headers);
            const Error error = errorOf(blocked, reading);
            QCOMPARE(error.code, ErrorCode::Network);
            QVERIFY(error.message.startsWith(
                u"Not Notion answered but the protection before it (%1, Cloudflare ray "
                "8f1e2d3c4b5a-FRA)"_s.arg(status)));
            QVERIFY(!isRefusal(blocked));
        }
        const net::Response refused = answer(401, body("unauthorized", "x"), headers);
        QCOMPARE(errorOf(refused, reading).code, ErrorCode::Unauthorized);
        QVERIFY(isRefusal(refused));
        QVERIFY(!isRefusal(answer(403, body("restricted_resource", "x"))));
    }

    void saysThatTheOutcomeOfAWriteIsNotKnown()
    {
        const QString text =
            u"It is not known whether creating the page in Notion (Northwind) took effect: %1 "
            "Fairlead did not repeat it. Look for it."_s;
        const Error broken = errorOf(answer(502, "<html>"), writing);
        QCOMPARE(broken.message, text.arg(u"Notion (Northwind) has a problem of its own (502)."_s));
        const Error late =
            errorOf(Error{.code = ErrorCode::Timeout, .message = u"No answer came"_s}, writing);
        QCOMPARE(late.message, text.arg(u"No answer came."_s));
        QCOMPARE(late.code, ErrorCode::Timeout);
        const Error away =
            errorOf(Error{.code = ErrorCode::Network, .message = u"No network."_s}, writing);
        QCOMPARE(away.message, u"No network."_s);
        QVERIFY(unreadable(Error{.code = ErrorCode::InvalidData, .message = u"x"_s}, writing)
                    .message.startsWith("It is not known whether"_L1));
    }

    void doesNotFollowRedirects()
    {
        const Error error = errorOf(
            answer(302, {}, {{"Location"_ba, "https://evil.example/x?token=1"_ba}}), reading);
        QCOMPARE(error.code, ErrorCode::InvalidData);
        QVERIFY(error.message.contains("evil.example"_L1));
        QVERIFY(!error.message.contains("token=1"_L1));
    }

    void speaksOfTheTokenWhileItIsTried()
    {
        const Error error = errorOf(answer(401, body("unauthorized", "x")), CallPurpose());
        QCOMPARE(error.message,
                 u"Notion refused the token (401). Copy it again, or make a new one."_s);
    }
};

QTEST_GUILESS_MAIN(TestNotionErrors)
#include "tst_notionerrors.moc"
