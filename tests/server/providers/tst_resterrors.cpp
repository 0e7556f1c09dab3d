// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/resterrors.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using providers::errorOf;
using providers::RestPurpose;

namespace {

providers::RestService service()
{
    return {.type = u"acme"_s,
            .name = u"Acme"_s,
            .place = u"Acme account"_s,
            .tokenHelp = u"Acme makes them."_s,
            .rate = {},
            .problemOf = [](const net::Response &response) {
                return providers::ServiceProblem{.message = QString::fromUtf8(response.body),
                                                 .code = {}};
            }};
}

RestPurpose purpose(const QString &connection, bool isWrite)
{
    return {.service = service(),
            .connection = connection,
            .subject = u"Thing 7"_s,
            .write = isWrite ? u"adding the thing"_s : QString(),
            .check = isWrite ? u"Look for it."_s : QString()};
}

} // namespace

class TestRestErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatAnAnswerMeans_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isWrite");
        QTest::addColumn<QString>("connection");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");
        const QString place = u"acme.example"_s;
        QTest::newRow("redirect")
            << 302 << false << place << ErrorCode::InvalidData
            << u"Acme (acme.example) sends the request on to elsewhere.example, "
               "which Fairlead does not follow because the token would go "
               "along. Check the address."_s;
        QTest::newRow("wrong token") << 401 << false << QString() << ErrorCode::Unauthorized
                                     << u"Acme refused the token (401). Copy it again, or make a "
                                        "new one. Acme makes them."_s;
        QTest::newRow("token gone")
            << 401 << false << place << ErrorCode::Unauthorized
            << u"The token for Acme (acme.example) is no longer accepted "
               "(401). Open Fairlead and click Reconnect on acme.example."_s;
        QTest::newRow("forbidden") << 403 << false << place << ErrorCode::Forbidden
                                   << u"The account or its token may not do that in Acme "
                                      "(acme.example) (403): Because."_s;
        QTest::newRow("not found") << 404 << false << u"Acme"_s << ErrorCode::NotFound
                                   << u"Thing 7 does not exist in Acme or you may not see it."_s;
        QTest::newRow("refused") << 422 << false << u"Acme"_s << ErrorCode::InvalidInput
                                 << u"Acme refused the request: Because."_s;
        QTest::newRow("limited") << 429 << true << u"Acme"_s << ErrorCode::RateLimited
                                 << u"Acme limits its calls (429). Try again in 30 seconds."_s;
        QTest::newRow("broken") << 502 << false << u"Acme"_s << ErrorCode::Network
                                << u"Acme has a problem of its own (502). Try again in a few "
                                   "minutes."_s;
        QTest::newRow("broken while writing")
            << 502 << true << u"Acme"_s << ErrorCode::Network
            << u"It is not known whether adding the thing in Acme took effect: Acme has a problem "
               "of its own (502). Fairlead did not repeat it. Look for it."_s;
    }
    void tellsWhatAnAnswerMeans()
    {
        QFETCH(int, status);
        QFETCH(bool, isWrite);
        QFETCH(QString, connection);
        net::Response response{
            .status = status,
            .headers = {{"Retry-After", "30"}, {"Location", "https://elsewhere.example/login"}},
            .body = "Because"};
        const Error error = errorOf(response, purpose(connection, isWrite));
        QTEST(error.code, "code");
        QTEST(error.message, "message");
        QCOMPARE(error.retryAfter.count(), status == 429 ? 30 : 0);
    }

    void saysThatAWriteMayHaveHappened()
    {
        const Error timeout{.code = ErrorCode::Timeout, .message = u"No answer in time."_s};
        QCOMPARE(
            errorOf(timeout, purpose(u"Acme"_s, true)).message,
            u"It is not known whether adding the thing in Acme took effect: No answer in time. "
            "Fairlead did not repeat it. Look for it."_s);
        QCOMPARE(errorOf(timeout, purpose(u"Acme"_s, false)).message, timeout.message);
        const Error refused{.code = ErrorCode::Network, .message = u"No connection."_s};
        QCOMPARE(errorOf(refused, purpose(u"Acme"_s, true)).message, refused.message);
    }
};

QTEST_GUILESS_MAIN(TestRestErrors)
#include "tst_resterrors.moc"
