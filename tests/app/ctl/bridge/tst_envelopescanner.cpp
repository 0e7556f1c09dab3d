// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/envelopescanner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ctl;

class TestEnvelopeScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheId_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("hasMethod");
        const auto row = [](const char *name, const char *message, const char *id, bool hasMethod) {
            QTest::newRow(name) << QByteArray(message) << QByteArray(id) << hasMethod;
        };
        row("a number", R"({"jsonrpc":"2.0","id":12,"method":"ping"})", "12", true);
        row("last, as some clients write it", R"({"method":"ping","id":1})", "1", true);
        row("a text", R"({"id":"a","result":{}})", R"("a")", false);
        row("as written", R"({ "id" : 1e3 , "method":"x"})", "1e3", true);
        row("larger than any number",
            R"({"id":99999999999999999999})",
            "99999999999999999999",
            false);
        row("with brackets in it", "{\"id\":\"}\\\"]{,\",\"method\":\"x\"}", "\"}\\\"]{,\"", true);
        row("behind another id", R"({"params":{"id":7,"method":"y"},"id":1})", "1", false);
        row("behind a text that looks like one", "{\"x\":\"\\\"id\\\":5,\",\"id\":1}", "1", false);
        row("null", R"({"id":null,"method":"x"})", "null", true);
        row("none", R"({"method":"x"})", "", true);
        row("an object", R"({"id":{"a":1},"method":"x"})", "", true);
        row("an array around it", R"([{"id":1,"method":"x"}])", "", false);
        row("nothing", "", "", false);
    }

    void findsTheId()
    {
        QFETCH(QByteArray, message);
        EnvelopeScanner whole;
        whole.feed(message);
        QTEST(whole.id(), "id");
        QTEST(whole.hasMethod(), "hasMethod");
        if (!whole.id().isEmpty())
            QCOMPARE(message.mid(whole.idStart(), whole.id().size()), whole.id());

        EnvelopeScanner pieces;
        for (const char c : std::as_const(message))
            pieces.feed(QByteArrayView(&c, 1));
        QCOMPARE(pieces.id(), whole.id());
        QCOMPARE(pieces.idStart(), whole.idStart());
    }

    void doesNotKeepAnEndlessId()
    {
        EnvelopeScanner scanner;
        scanner.feed("{\"method\":\"x\",\"id\":\"" + QByteArray(100'000, 'x'));
        QCOMPARE(scanner.id(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestEnvelopeScanner)
#include "tst_envelopescanner.moc"
