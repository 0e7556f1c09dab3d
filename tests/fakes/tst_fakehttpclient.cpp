// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakehttpclient.h"

#include <QCoroTask>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestFakeHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatWasPlannedOnce()
    {
        QStringList reports;
        fakes::FakeHttpClient client([&reports](const QString &text) { reports.append(text); });
        client.plan("GET"_ba, u"https://a.test/x?y=1"_s, 200, "{}"_ba);
        const net::Request request{.url = QUrl(u"https://a.test/x?y=1"_s)};
        const auto first = QCoro::waitFor(client.send(request));
        QVERIFY(first);
        QCOMPARE(first->body, "{}"_ba);
        QVERIFY(reports.isEmpty());
        QVERIFY(!QCoro::waitFor(client.send(request)));
        QCOMPARE(reports, QStringList{u"Unplanned request: GET https://a.test/x?y=1"_s});
        QCOMPARE(client.requests().size(), 2);
    }

    void tellsMethodsAndQueriesApart()
    {
        int reports = 0;
        fakes::FakeHttpClient client([&reports](const QString &) { ++reports; });
        client.plan("GET"_ba, u"https://a.test/x"_s, 200, {});
        const net::Request post{.method = "POST"_ba, .url = QUrl(u"https://a.test/x"_s)};
        QVERIFY(!QCoro::waitFor(client.send(post)));
        const net::Request query{.url = QUrl(u"https://a.test/x?z"_s)};
        QVERIFY(!QCoro::waitFor(client.send(query)));
        QCOMPARE(reports, 2);
        QCOMPARE(client.unused(), QStringList{u"GET https://a.test/x"_s});
    }

    void hangsUntilCancelled()
    {
        fakes::FakeHttpClient client;
        client.planHang("GET"_ba, u"https://a.test/"_s);
        const CancellationSource source;
        QTimer::singleShot(0, this, [&source] { source.cancel(); });
        const net::Request request{.url = QUrl(u"https://a.test/"_s),
                                   .cancellation = source.token()};
        const auto answer = QCoro::waitFor(client.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestFakeHttpClient)
#include "tst_fakehttpclient.moc"
