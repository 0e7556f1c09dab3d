// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/catalogue.h"
#include "server/clients/edit/edit.h"
#include "server/clients/entry.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::clients;

namespace {

const ServerAddress address{.url = u"http://127.0.0.1:8080"_s,
                            .bridgeProgram = u"/usr/bin/fairleadctl"_s,
                            .dataFolder = {}};
const QString key = u"mcp_key"_s;

Client clientOf(const QString &id)
{
    const Machine machine{.platform = Platform::Linux, .home = u"/home/ada"_s, .environment = {}};
    for (const Client &client : catalogue(machine)) {
        if (client.id == id)
            return client;
    }
    return {};
}

QByteArray golden(const QString &name)
{
    QFile file(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/** Golden files: CASE.before, and CASE.after with our entry in it. */
class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesOurEntryAndNothingElse_data()
    {
        QTest::addColumn<QString>("client");
        const auto cases = QFile(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/cases")).exists();
        QVERIFY(cases);
        QFile list(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/cases"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        while (!list.atEnd()) {
            const QByteArray name = list.readLine().trimmed();
            if (!name.isEmpty())
                QTest::newRow(name.constData()) << QString::fromUtf8(name.left(name.indexOf('.')));
        }
    }
    void writesOurEntryAndNothingElse()
    {
        QFETCH(const QString, client);
        const Client known = clientOf(client);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        const QByteArray before = golden(name + u".before"_s);
        const Entry entry = entryFor(known.shape, address, key);
        const auto after = textWithEntry(known, before, entry);
        QVERIFY2(after, after ? "" : qUtf8Printable(after.error().message));
        const QByteArray wanted = golden(name + u".after"_s);
        if (*after != wanted && qEnvironmentVariableIsSet("FAIRLEAD_WRITE_GOLDEN")) {
            QFile file(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/") + name + u".after"_s);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*after) == after->size());
        }
        QVERIFY2(*after == wanted, after->constData());

        const auto read = readEntry(known, *after);
        QVERIFY(read && *read);
        QCOMPARE(compareEntry(known.shape, address, **read), EntryMatch::Same);
        const auto again = textWithEntry(known, *after, entry);
        QVERIFY(again);
        QCOMPARE(*again, *after);
        const auto removed = textWithoutEntry(known, *after);
        QVERIFY2(removed, removed ? "" : qUtf8Printable(removed.error().message));
        QVERIFY(!removed->contains("mcp_key"));
        QVERIFY(!readEntry(known, *removed)->has_value());
    }

    void takesOutWhatItPutIn_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("lines") << u"cursor"_s
                               << "{\n    \"mcpServers\": {\n        \"a\": {} // x\n    }\n}"_ba;
        QTest::newRow("one line") << u"cursor"_s << R"({"mcpServers": {"a": {"url": "x"}}})"_ba;
        QTest::newRow("trailing comma")
            << u"zed"_s << "{\n\t\"context_servers\": {\n\t\t\"a\": {},\n\t},\n}\n"_ba;
        QTest::newRow("CRLF") << u"vscode"_s
                              << "{\r\n  \"servers\": {\r\n    \"a\": {}\r\n  }\r\n}\r\n"_ba;
        QTest::newRow("TOML") << u"codex"_s
                              << "model = \"x\" # c\n\n[mcp_servers.a]\nurl = \"y\"\n"_ba;
        QTest::newRow("YAML") << u"goose"_s
                              << "extensions:\n  a:\n    enabled: true\n\n# end\nx: 1\n"_ba;
        QTest::newRow("YAML list") << u"continue"_s << "mcpServers:\n- name: a # 1\nb: |\n  x\n"_ba;
    }
    void takesOutWhatItPutIn()
    {
        QFETCH(const QString, client);
        QFETCH(const QByteArray, text);
        const Client known = clientOf(client);
        const auto added = textWithEntry(known, text, entryFor(known.shape, address, key));
        QVERIFY2(added, added ? "" : qUtf8Printable(added.error().message));
        QVERIFY(added->contains("mcp_key"));
        const auto removed = textWithoutEntry(known, *added);
        QVERIFY(removed);
        QCOMPARE(*removed, text);
    }

    void putsTheWholeEntryInPlaceOfAnotherKind()
    {
        const Client cursor = clientOf(u"cursor"_s);
        const QByteArray text = R"({"mcpServers": {"fairlead": {"command": "npx"}, "b": {}}})"_ba;
        const auto changed = textWithEntry(cursor, text, entryFor(cursor.shape, address, key));
        QVERIFY(changed);
        QVERIFY(!changed->contains("npx"));
        QVERIFY(changed->contains("\"b\": {}"));
    }

    void keepsWhatAPersonAddedToTheEntry_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("before");
        // moc loses what follows a raw string; the quotes are put in below.
        QTest::newRow("a header")
            << u"cursor"_s
            << "{'mcpServers': {'fairlead': {'url': 'http://127.0.0.1:1/mcp', 'headers': "
               "{'Authorization': 'Bearer old', 'X-Mine': 'kept'}}}}"_ba;
        QTest::newRow("a variable")
            << u"claude-desktop"_s
            << "{'mcpServers': {'fairlead': {'command': '/old', 'args': ['stdio'], 'env': "
               "{'FAIRLEAD_KEY': 'old', 'X-Mine': 'kept'}}}}"_ba;
        QTest::newRow("a header in TOML")
            << u"codex"_s
            << "[mcp_servers.fairlead]\nurl = 'http://127.0.0.1:1/mcp'\n"
               "http_headers = { 'Authorization' = 'Bearer old', 'X-Mine' = 'kept' }\n"_ba;
        QTest::newRow("a header in YAML")
            << u"goose"_s
            << "extensions:\n  fairlead:\n    type: streamable_http\n"
               "    uri: http://127.0.0.1:1/mcp\n    headers:\n      Authorization: Bearer old\n"
               "      X-Mine: kept\n"_ba;
    }
    void keepsWhatAPersonAddedToTheEntry()
    {
        QFETCH(const QString, client);
        QFETCH(QByteArray, before);
        before.replace('\'', '"');
        const Client edited = clientOf(client);
        const auto changed = textWithEntry(edited, before, entryFor(edited.shape, address, key));
        QVERIFY(changed);
        QVERIFY2(changed->contains("X-Mine") && changed->contains("kept"), changed->constData());
        const auto entry = readEntry(edited, *changed);
        QCOMPARE(compareEntry(edited.shape, address, **entry), EntryMatch::Same);
        QVERIFY(keyIn(edited.shape, **entry).equals(key.toUtf8()));
    }

    void readsTheWordsOfYaml()
    {
        const Client goose = clientOf(u"goose"_s);
        for (const QByteArray &word : {"false"_ba, "False"_ba, "FALSE"_ba}) {
            const auto entry =
                readEntry(goose, "extensions:\n  fairlead:\n    enabled: " + word + '\n');
            QVERIFY2(isSwitchedOff(**entry), word.constData());
        }
        QVERIFY(!isSwitchedOff(
            **readEntry(goose, "extensions:\n  fairlead:\n    enabled: \"False\"\n"_ba)));
        QVERIFY(textWithEntry(goose, "extensions: Null\n"_ba, entryFor(goose.shape, address, key)));
    }

    void refusesWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("cut off") << u"cursor"_s << R"({"mcpServers": {)"_ba;
        QTest::newRow("two values") << u"cursor"_s << "{} {}"_ba;
        QTest::newRow("no value") << u"cursor"_s << R"({"a": })"_ba;
        QTest::newRow("a word") << u"cursor"_s << R"({"a": yes})"_ba;
        QTest::newRow("open comment") << u"zed"_s << "{ /* }"_ba;
        QTest::newRow("a list") << u"cursor"_s << "[]"_ba;
        QTest::newRow("a section of another kind") << u"cursor"_s << R"({"mcpServers": []})"_ba;
        QTest::newRow("a section that is null") << u"cursor"_s << R"({"mcpServers": null})"_ba;
        QTest::newRow("two sections")
            << u"cursor"_s << R"({"mcpServers": {}, "mcpServers": {}})"_ba;
        QTest::newRow("two entries")
            << u"cursor"_s << R"({"mcpServers": {"fairlead": {}, "fairlead": {}}})"_ba;
        QTest::newRow("no UTF-8") << u"cursor"_s << "{\"a\": \"\xff\"}"_ba;
        QTest::newRow("too deep") << u"cursor"_s << QByteArray(100'000, '[');
        QTest::newRow("merge conflict") << u"cursor"_s << "<<<<<<< HEAD\n{}\n"_ba;
        QTest::newRow("TOML cut off") << u"codex"_s << "[mcp_servers"_ba;
        QTest::newRow("TOML with a bad header") << u"codex"_s << "[*]\na = 1\n"_ba;
        QTest::newRow("TOML beyond ASCII") << u"codex"_s << "# ä\na = 'ö'\né = 1\n"_ba;
        QTest::newRow("TOML twice") << u"codex"_s << "a = 1\na = 2\n"_ba;
        QTest::newRow("TOML of another kind") << u"codex"_s << "mcp_servers = 1\n"_ba;
        QTest::newRow("YAML with tabs") << u"goose"_s << "extensions:\n\ta: 1\n"_ba;
        QTest::newRow("YAML in two documents") << u"goose"_s << "a: 1\n---\nb: 1\n"_ba;
        QTest::newRow("YAML in itself") << u"goose"_s << "a: &a\n  b: *a\n"_ba;
        QTest::newRow("YAML of another kind") << u"goose"_s << "extensions: [a]\n"_ba;
        QTest::newRow("YAML twice") << u"goose"_s << "extensions: {}\nextensions: {}\n"_ba;
        QTest::newRow("YAML text") << u"goose"_s << "hello\n"_ba;
    }
    void refusesWhatItCannotRead()
    {
        QFETCH(const QString, client);
        QFETCH(const QByteArray, text);
        const Client known = clientOf(client);
        const auto read = readEntry(known, text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidData);
        QVERIFY(!textWithEntry(known, text, entryFor(known.shape, address, key)));
        QVERIFY(!textWithoutEntry(known, text));
    }

    /** Damaged files: refused, or changed so that only our entry is different. */
    void survivesDamage()
    {
        QRandomGenerator random(1);
        QFile list(QStringLiteral(FAIRLEAD_TEST_DATA "/clients/cases"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QByteArray bytes("{}[]\"',:#/*\n\r\t -=\\a1&\xff");
        int changed = 0;
        for (const QByteArray &name : list.readAll().split('\n')) {
            const Client client = clientOf(QString::fromUtf8(name.left(name.indexOf('.'))));
            const QByteArray before = golden(QString::fromUtf8(name) + u".before"_s);
            const Entry entry = entryFor(client.shape, address, key);
            for (int round = 0; round < 200 && !before.isEmpty(); ++round) {
                QByteArray text = before;
                for (int damage = random.bounded(3); damage >= 0 && !text.isEmpty(); --damage) {
                    const auto place = static_cast<qsizetype>(random.bounded(text.size()));
                    if (random.bounded(2) == 0)
                        text.remove(place, random.bounded(8));
                    else
                        text.insert(place, bytes.at(random.bounded(bytes.size())));
                }
                const auto written = textWithEntry(client, text, entry);
                if (!written)
                    continue;
                ++changed;
                const auto read = readEntry(client, *written);
                QVERIFY2(read && *read, text.constData());
                QCOMPARE(compareEntry(client.shape, address, **read), EntryMatch::Same);
                const auto removed = textWithoutEntry(client, *written);
                QVERIFY2(!removed || !removed->contains("mcp_key"), text.constData());
            }
        }
        QVERIFY(changed > 1000);
    }

    void refusesFormsThatItCannotExtend_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("section on one line") << "mcp_servers = { a = { url = \"x\" } }\n"_ba;
    }
    void refusesFormsThatItCannotExtend()
    {
        QFETCH(const QByteArray, text);
        const Client codex = clientOf(u"codex"_s);
        const auto changed = textWithEntry(codex, text, entryFor(codex.shape, address, key));
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
