// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settings.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::settings;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"settings.json"_s);
    }

    void hasDefaultsWithoutAFile()
    {
        QCOMPARE(SettingsFile::read(m_path)->values(), Settings());
        QVERIFY(!QFile::exists(m_path));
    }

    void readsWhatIsSet()
    {
        write("{\"port\": 0, \"allowedOrigins\": [\"https://a.example\", \"http://b.example:81\"], "
              "\"allowedHosts\": [\"a.example\", \"b.example:8443\"], "
              "\"keyInUrlAllowed\": false, \"caFile\": \"/etc/ca.pem\", \"logLevel\": \"debug\"}");
        const auto file = SettingsFile::read(m_path);
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        Settings expected;
        expected.port = 0;
        expected.allowedOrigins = QStringList{u"https://a.example"_s, u"http://b.example:81"_s};
        expected.allowedHosts = QStringList{u"a.example"_s, u"b.example:8443"_s};
        expected.keyInUrlAllowed = false;
        expected.caFile = u"/etc/ca.pem"_s;
        expected.logLevel = u"debug"_s;
        QCOMPARE(file->values(), expected);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("watches too often",
            R"({"watchIntervalSeconds": 5})",
            u"0, or a whole number from 10 to 86400"_s);
        row("empty", "", u"line 1"_s);
        row("cut off", "{\n\"port\": 80", u"line 2"_s);
        row("a list", "[]", u"no object"_s);
        row("garbage", "\xff\xfe\x00", u"line 1"_s);
        row("number as text", "{\n\n\"port\": \"80\"}", u"line 3"_s);
        row("fraction", "{\"port\": 80.5}", u"\"port\" is [80.5], but must be a whole number"_s);
        row("negative", "{\"port\": -1}", u"0 to 65535"_s);
        row("too large", "{\"port\": 65536}", u"0 to 65535"_s);
        row("huge", "{\"port\": 1e300}", u"0 to 65535"_s);
        row("null", "{\"port\": null}", u"0 to 65535"_s);
        row("bool as number", "{\"keyInUrlAllowed\": 0}", u"true or false"_s);
        row("bool as text", "{\"keyInUrlAllowed\": \"false\"}", u"true or false"_s);
        row("origin as text", "{\"allowedOrigins\": \"https://a.example\"}", u"list of origins"_s);
        row("any origin", "{\"allowedOrigins\": [\"*\"]}", u"list of origins"_s);
        row("null origin", "{\"allowedOrigins\": [\"null\"]}", u"list of origins"_s);
        row("origin with path", "{\"allowedOrigins\": [\"https://a/b\"]}", u"list of origins"_s);
        row("origin with user", "{\"allowedOrigins\": [\"https://u@a\"]}", u"list of origins"_s);
        row("file origin", "{\"allowedOrigins\": [\"file:///\"]}", u"list of origins"_s);
        row("any host", "{\"allowedHosts\": [\"*.example\"]}", u"list of names"_s);
        row("host with scheme", "{\"allowedHosts\": [\"https://a.example\"]}", u"list of names"_s);
        row("host with path", "{\"allowedHosts\": [\"a.example/b\"]}", u"list of names"_s);
        row("host with user", "{\"allowedHosts\": [\"u@a.example\"]}", u"list of names"_s);
        row("empty host", "{\"allowedHosts\": [\"\"]}", u"list of names"_s);
        row("number in list", "{\"allowedOrigins\": [1]}", u"list of origins"_s);
        row("log level", "{\"logLevel\": \"loud\"}", u"\"warning\""_s);
        row("relative file", "{\"caFile\": \"ca.pem\"}", u"absolute path"_s);
        row("relative folder", R"({"approvedFolders": ["docs"]})", u"absolute paths of folders"_s);
        row("first step", R"({"skippedFirstSteps": ["all"]})", u"\"service\", \"client\""_s);
        row("folder as text", R"({"approvedFolders": "/docs"})", u"absolute paths of folders"_s);
        row("no signature", "{\"tokenAlgorithm\": \"none\"}", u"\"HS256\" or \"ES256\""_s);
        row("keys by the way", "{\"tokenKeysUrl\": \"http://a.example/keys\"}", u"https, or"_s);
        row("an issuer by name", "{\"tokenIssuer\": \"me\"}", u"the https address"_s);
        row("a subject alone", "{\"tokenUsers\": [\"00u1=\"]}", u"SUBJECT=USER"_s);
        row("no streams", "{\"maximumStreams\": 0}", u"1 to 4096"_s);
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, expected);
        write(text);
        const auto file = SettingsFile::read(m_path);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InvalidData);
        QVERIFY2(file.error().message.contains(expected), qPrintable(file.error().message));
        QVERIFY(file.error().message.contains(m_path));
        QCOMPARE(read(), text);
    }

    void refusesEveryTruncation()
    {
        const QByteArray whole = "{\"port\": 8081, \"keyInUrlAllowed\": false}";
        for (qsizetype size = 0; size < whole.size(); ++size) {
            write(whole.first(size));
            QVERIFY(!SettingsFile::read(m_path));
        }
    }

    void savesAndKeepsWhatItDoesNotKnow()
    {
        write("{\"fromTheFuture\": {\"a\": [1]}, \"port\": 1}");
        auto file = SettingsFile::read(m_path);
        Settings values = file->values();
        values.allowedOrigins = QStringList{u"https://a.example"_s};
        QVERIFY(file->save(values));
        QCOMPARE(file->values(), values);
        QCOMPARE(SettingsFile::read(m_path)->values(), values);
        const QJsonObject object = QJsonDocument::fromJson(read()).object();
        QCOMPARE(object[u"fromTheFuture"_s][u"a"_s][0].toInt(), 1);
        QCOMPARE(object.keys(), (QStringList{u"allowedOrigins"_s, u"fromTheFuture"_s, u"port"_s}));
        QVERIFY(!(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void savesNothingThatItWouldNotRead()
    {
        write("{\"port\": 1}");
        auto file = SettingsFile::read(m_path);
        Settings values = file->values();
        values.port = 70'000;
        QCOMPARE(file->save(values).error().code, ErrorCode::InvalidInput);
        QCOMPARE(read(), "{\"port\": 1}"_ba);
        QCOMPARE(file->values().port, 1);
    }

private:
    void write(const QByteArray &text)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
