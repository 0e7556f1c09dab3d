// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/settingsstore.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::settings;

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"settings.json"_s);
    }

    void writesWhatChangedAndSaysSo()
    {
        SettingsStore store(m_path, {});
        QSignalSpy changes(&store, &SettingsStore::changed);
        QVERIFY(store.change([](Settings &values) { values.port = 9090; }));
        QCOMPARE(store.values().port, 9090);
        QCOMPARE(store.inForce().port, 8080);
        QCOMPARE(SettingsFile::read(m_path)->values().port, 9090);
        QCOMPARE(changes.count(), 1);
        QVERIFY(store.change([](Settings &values) { values.port = 9090; }));
        QCOMPARE(changes.count(), 1);
    }

    void keepsWhatAPersonWroteInTheMeantime()
    {
        SettingsStore store(m_path, {});
        write(R"({"maximumStreams": 7, "ofANewerVersion": [1]})");
        QVERIFY(store.change([](Settings &values) { values.port = 9090; }));
        const auto object = QJsonDocument::fromJson(bytes()).object();
        QCOMPARE(object.value(u"maximumStreams"_s).toInt(), 7);
        QVERIFY(object.contains(u"ofANewerVersion"_s));
        QCOMPARE(store.values().maximumStreams, 7);
    }

    void writesThroughALink()
    {
        write("{}");
        const QString behind = m_folder->filePath(u"mine.json"_s);
        QVERIFY(QFile::rename(m_path, behind));
        QVERIFY(QFile::link(behind, m_path));
        SettingsStore store(m_path, {});
        QVERIFY(store.change([](Settings &values) { values.port = 9090; }));
        QVERIFY(QFileInfo(m_path).isSymLink());
        QCOMPARE(SettingsFile::read(behind)->values().port, 9090);
    }

    void losesNothingOnAFileThatCannotBeUnderstood()
    {
        SettingsStore store(m_path, {});
        write("{ \"port\": ");
        const auto changed = store.change([](Settings &values) { values.port = 9090; });
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::InvalidData);
        QCOMPARE(bytes(), "{ \"port\": ");
        QCOMPARE(store.values().port, 8080);
    }

    void refusesWhatIsNotAllowed_data()
    {
        QTest::addColumn<QString>("proxy");
        for (const char *proxy : {"proxy.example",
                                  "http://proxy.example",
                                  "https://proxy.example:1",
                                  "http://ada:secret@proxy.example:3128",
                                  "http://proxy.example:3128/path",
                                  "None"})
            QTest::newRow(proxy) << QString::fromLatin1(proxy);
    }
    void refusesWhatIsNotAllowed()
    {
        QFETCH(QString, proxy);
        SettingsStore store(m_path, {});
        const auto changed = store.change([&proxy](Settings &values) { values.proxy = proxy; });
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::InvalidInput);
        QVERIFY(store.values().proxy.isEmpty());
        QVERIFY(!QFile::exists(m_path));
    }

    void knowsWhatWaitsForTheNextStart()
    {
        SettingsStore store(m_path, {});
        QVERIFY(store.change([](Settings &values) { values.logLevel = u"debug"_s; }));
        QVERIFY(!store.needsRestart());
        QVERIFY(store.change([](Settings &values) { values.proxy = u"socks5://[::1]:1080"_s; }));
        QVERIFY(store.needsRestart());
        QVERIFY(store.change([](Settings &values) { values.proxy.clear(); }));
        QVERIFY(!store.needsRestart());
    }

private:
    void write(const QByteArray &text) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settingsstore.moc"
