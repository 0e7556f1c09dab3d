// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

QByteArray bearer(const QByteArray &credential)
{
    return "Authorization: Bearer " + credential + "\r\n";
}

const QByteArray wrongKey = "mcp_" + QByteArray(64, '0');

} // namespace

/** What a whole server lets a key, and somebody who guesses keys, do in a minute. */
class TestLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slowsDownWhoGuesses()
    {
        const tests::TestInstance instance;
        for (int i = 0; i < 10; ++i)
            QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, bearer(wrongKey)).status, 401);
        for (const QByteArray &path : {"/mcp"_ba, "/sse"_ba}) {
            const auto answer = instance.request("GET"_ba, path, bearer(wrongKey));
            QCOMPARE(answer.status, 429);
            QVERIFY(answer.head.contains("Retry-After: 6"));
            QVERIFY(answer.body.contains("Too many wrong keys"));
        }
        const auto management =
            instance.request("GET"_ba, "/api/users/me/mcp-keys"_ba, bearer("ctl_wrong"_ba));
        QCOMPARE(management.status, 429);
    }

    void neverHoldsUpARightCredential()
    {
        tests::TestInstance instance;
        const QByteArray key = instance.newKey(instance.server().defaultUser().id).secret.reveal();
        for (int i = 0; i < 20; ++i)
            (void)instance.request("GET"_ba, "/mcp"_ba, bearer(wrongKey));
        // 400: the key is right, only the session is missing.
        QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, bearer(key)).status, 400);
        QCOMPARE(
            instance.request("GET"_ba, "/api/users/me/mcp-keys"_ba, bearer(instance.controlToken()))
                .status,
            200);
    }

    void countsNobodyWhoComesWithoutACredential()
    {
        const tests::TestInstance instance;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, {}).status, 401);
    }

    void keepsAKeyToItsRate()
    {
        tests::TestInstance instance(R"({"requestsPerMinutePerKey": 3})");
        const QString user = instance.server().defaultUser().id;
        const QByteArray key = instance.newKey(user).secret.reveal();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, bearer(key)).status, 400);
        const auto answer = instance.request("GET"_ba, "/mcp"_ba, bearer(key));
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.head.contains("Retry-After: 20"));
        const QByteArray other = instance.newKey(user).secret.reveal();
        QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, bearer(other)).status, 400);
    }

    void takesNoKeyFromAnAddressWhenThatIsOff()
    {
        tests::TestInstance instance(R"({"keyInUrlAllowed": false})");
        const QByteArray key = instance.newKey(instance.server().defaultUser().id).secret.reveal();
        for (const QByteArray &path : {"/mcp"_ba, "/sse"_ba})
            QCOMPARE(instance.request("GET"_ba, path + "?api_key=" + key, {}).status, 401);
        QCOMPARE(instance.request("GET"_ba, "/mcp"_ba, bearer(key)).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
