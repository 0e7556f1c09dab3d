// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/catalogue.h"
#include "server/clients/installlink.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace fairlead::clients;

namespace {

const ServerAddress address{.url = u"http://127.0.0.1:8080"_s,
                            .bridgeProgram = u"/opt/fair lead/fairleadctl"_s,
                            .dataFolder = {}};
const QString keyFile = u"/home/anna/.local/share/fairlead/client-x.key"_s;

Client client(const QString &id)
{
    Machine machine;
    machine.home = u"/home/anna"_s;
    const QList<Client> all = catalogue(machine);
    for (const Client &each : all) {
        if (each.id == id)
            return each;
    }
    return {};
}

} // namespace

class TestInstallLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatEachClientDocuments_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("link");
        const QByteArray entry =
            "eyJhcmdzIjpbInN0ZGlvIiwiLS1rZXktZmlsZSIsIi9ob21lL2FubmEvLmxvY2FsL3NoYXJlL2ZhaXJsZWFkL2"
            "NsaWVu"
            "dC14LmtleSJdLCJjb21tYW5kIjoiL29wdC9mYWlyIGxlYWQvZmFpcmxlYWRjdGwifQ%3D%3D"_ba;
        QTest::newRow("Cursor")
            << u"cursor"_s
            << QByteArray("cursor://anysphere.cursor-deeplink/mcp/install?name=fairlead&config="
                          + entry);
        QTest::newRow("LM Studio")
            << u"lmstudio"_s << QByteArray("lmstudio://add_mcp?name=fairlead&config=" + entry);
        QTest::newRow("VS Code")
            << u"vscode"_s
            << "vscode:mcp/install?%7B%22args%22%3A%5B%22stdio%22%2C%22--key-file%22%2C%22%2Fhome%"
               "2Fanna%2F.local%2Fshare%2Ffairlead%2Fclient-x.key%22%5D%2C%22command%22%3A%22%2Fopt"
               "%2Ffair%20lead%2Ffairleadctl%22%2C%22name%22%3A%22fairlead%22%7D"_ba;
        QTest::newRow("Goose, which starts only programs of its list")
            << u"goose"_s << QByteArray();
        QTest::newRow("a client without links") << u"codex"_s << QByteArray();
    }
    void isWhatEachClientDocuments()
    {
        QFETCH(const QString, id);
        QFETCH(const QByteArray, link);
        QCOMPARE(installLink(client(id), address, keyFile), link);
    }

    /** What is handed to the desktop goes through a QUrl. */
    void survivesTheWayToTheDesktop_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"cursor", "lmstudio", "vscode"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void survivesTheWayToTheDesktop()
    {
        QFETCH(const QString, id);
        const QByteArray link = installLink(client(id), address, keyFile);
        const QUrl url = QUrl::fromEncoded(link, QUrl::StrictMode);
        QVERIFY2(url.isValid(), qUtf8Printable(url.errorString()));
        QCOMPARE(url.toEncoded(), link);
    }

    void knowsItsEntryAgain()
    {
        const QJsonObject entry{{u"command"_s, address.bridgeProgram},
                                {u"args"_s, QJsonArray{u"stdio"_s, u"--key-file"_s, keyFile}},
                                {u"type"_s, u"stdio"_s}};
        QVERIFY(isLinkedEntry(entry));
        QCOMPARE(compareLinkedEntry(address, keyFile, entry), EntryMatch::Same);
        QCOMPARE(compareLinkedEntry(address, u"/other"_s, entry), EntryMatch::Different);
        ServerAddress moved = address;
        moved.bridgeProgram = u"/usr/bin/fairleadctl"_s;
        QCOMPARE(compareLinkedEntry(moved, keyFile, entry), EntryMatch::OtherAddress);
        moved.dataFolder = u"/home/anna/team"_s;
        QCOMPARE(compareLinkedEntry(moved, keyFile, entry), EntryMatch::OtherAddress);
        QVERIFY(!isLinkedEntry({{u"url"_s, u"http://127.0.0.1:8080/mcp"_s}}));
        QVERIFY(!isLinkedEntry({{u"command"_s, u"npx"_s}, {u"args"_s, QJsonArray{u"-y"_s}}}));
    }
};

QTEST_GUILESS_MAIN(TestInstallLink)
#include "tst_installlink.moc"
