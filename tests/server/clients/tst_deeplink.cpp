// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/catalogue.h"
#include "server/clients/deeplink.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

class TestDeepLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesTheEntryInBase64()
    {
        for (const QString &id : {u"cursor"_s, u"lmstudio"_s}) {
            const QUrl url = linkOf(id);
            QVERIFY(url.isValid());
            const QUrlQuery query(url);
            QCOMPARE(query.queryItemValue(u"name"_s), u"fairlead"_s);
            const QByteArray entry = QByteArray::fromBase64(
                query.queryItemValue(u"config"_s, QUrl::FullyDecoded).toLatin1());
            checkEntry(QJsonDocument::fromJson(entry).object());
        }
        QVERIFY(linkOf(u"cursor"_s)
                    .toEncoded()
                    .startsWith("cursor://anysphere.cursor-deeplink/mcp/install?"));
    }

    void carriesTheEntryAsJson()
    {
        const QByteArray url = linkOf(u"vscode"_s).toEncoded();
        const QByteArray start = "vscode:mcp/install?"_ba;
        QVERIFY(url.startsWith(start));
        const auto entry =
            QJsonDocument::fromJson(QByteArray::fromPercentEncoding(url.sliced(start.size())))
                .object();
        checkEntry(entry);
        QCOMPARE(entry[u"name"_s].toString(), u"fairlead"_s);
        QCOMPARE(entry[u"type"_s].toString(), u"http"_s);
    }

    void speaksGoosesOwnNotation()
    {
        const QUrlQuery query(linkOf(u"goose"_s));
        QCOMPARE(query.queryItemValue(u"url"_s, QUrl::FullyDecoded),
                 u"http://127.0.0.1:8080/mcp"_s);
        QCOMPARE(query.queryItemValue(u"type"_s), u"streamable_http"_s);
        QCOMPARE(query.queryItemValue(u"header"_s, QUrl::FullyDecoded),
                 u"Authorization=Bearer mcp_1"_s);
    }

    void isEmptyWhereTheClientHasNone() { QVERIFY(linkOf(u"zed"_s).isEmpty()); }

private:
    static QUrl linkOf(const QString &id)
    {
        const Machine machine{
            .platform = Platform::Linux, .home = u"/home/ada"_s, .environment = {}};
        const ServerAddress address{
            .url = u"http://127.0.0.1:8080"_s, .bridgeProgram = {}, .dataFolder = {}};
        for (const Client &client : catalogue(machine)) {
            if (client.id == id)
                return deepLink(client, address, u"mcp_1"_s);
        }
        return {};
    }
    static void checkEntry(const QJsonObject &entry)
    {
        QCOMPARE(entry[u"url"_s].toString(), u"http://127.0.0.1:8080/mcp"_s);
        QCOMPARE(entry[u"headers"_s].toObject()[u"Authorization"_s].toString(), u"Bearer mcp_1"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeepLink)
#include "tst_deeplink.moc"
