// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/folders on a whole server: who may open folders, and that the settings file keeps them. */
class TestFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>(R"({"maximumStreams": 7, "later": 1})");
        m_place = std::make_unique<QTemporaryDir>();
        m_path = QFileInfo(m_place->path()).canonicalFilePath();
    }

    void opensAndClosesWhileRunning()
    {
        QCOMPARE(foldersOf(ask("GET"_ba)), QStringList());
        const auto added = ask("POST"_ba, {}, body(m_path));
        QCOMPARE(added.status, 201);
        QCOMPARE(foldersOf(added), QStringList(m_path));
        QCOMPARE(foldersOf(ask("GET"_ba)), QStringList(m_path));
        QVERIFY(m_instance->server().approvedFolders().save({}, u"a.txt"_s, "text"_ba));
        QCOMPARE(settings()[u"approvedFolders"_s].toArray(), QJsonArray{m_path});
        QCOMPARE(settings()[u"maximumStreams"_s].toInt(), 7);
        QCOMPARE(settings()[u"later"_s].toInt(), 1);
        QVERIFY(!settings().contains(u"port"_s));

        const QByteArray query = "?path=" + QUrl::toPercentEncoding(m_path);
        QCOMPARE(ask("DELETE"_ba, query).status, 200);
        QCOMPARE(ask("DELETE"_ba, query).status, 404);
        QVERIFY(!m_instance->server().approvedFolders().save({}, u"a.txt"_s, "text"_ba));
        QCOMPARE(settings()[u"approvedFolders"_s].toArray(), QJsonArray());
    }

    void keepsWhatAPersonWroteInTheMeantime()
    {
        writeSettings(R"({"maximumStreams": 9})");
        QCOMPARE(ask("POST"_ba, {}, body(m_path)).status, 201);
        QCOMPARE(settings()[u"maximumStreams"_s].toInt(), 9);
        writeSettings("{");
        const auto refused = ask("DELETE"_ba, "?path=" + QUrl::toPercentEncoding(m_path));
        QVERIFY(refused.status >= 400);
        QVERIFY(refused.body.contains("settings.json"));
        QCOMPARE(foldersOf(ask("GET"_ba)), QStringList(m_path));
    }

    void refusesFoldersThatHoldTooMuch()
    {
        for (const QString &path : {u"/"_s, QDir::homePath(), m_instance->folder()}) {
            const auto refused = ask("POST"_ba, {}, body(path));
            QCOMPARE(refused.status, 400);
            QVERIFY(refused.body.contains("holds too much"));
        }
        QCOMPARE(ask("POST"_ba, {}, body(m_path + u"/none"_s)).status, 404);
        QCOMPARE(ask("POST"_ba, {}, body(u"relative"_s)).status, 400);
        QCOMPARE(ask("POST"_ba, {}, "{}"_ba).status, 400);
        QCOMPARE(ask("POST"_ba, {}, R"({"path":"/tmp","more":1})"_ba).status, 400);
        QCOMPARE(ask("POST"_ba, {}, body(u"/"_s + QString(4097, u'x'))).status, 400);
        QCOMPARE(ask("DELETE"_ba).status, 404);
        QVERIFY(foldersOf(ask("GET"_ba)).isEmpty());
    }

    void isForTheOwnerOnly()
    {
        const QByteArray token = m_instance->managementToken();
        QVERIFY(!token.isEmpty());
        const QByteArray key =
            m_instance->newKey(m_instance->server().defaultUser().id).secret.reveal();
        for (const QByteArray &credential : {token, key}) {
            QCOMPARE(ask("GET"_ba, {}, {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, {}, body(m_path), credential).status, 403);
            QCOMPARE(ask("DELETE"_ba, "?path=/x", {}, credential).status, 403);
        }
        QVERIFY(foldersOf(ask("GET"_ba)).isEmpty());
    }

private:
    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &method,
                                                  const QByteArray &query = {},
                                                  const QByteArray &content = {},
                                                  const QByteArray &credential = {}) const
    {
        return m_instance->ask(method, "/api/folders" + query, content, credential);
    }
    [[nodiscard]] static QByteArray body(const QString &path)
    {
        return QJsonDocument(QJsonObject{{u"path"_s, path}}).toJson(QJsonDocument::Compact);
    }
    [[nodiscard]] static QStringList foldersOf(const tests::TestInstance::Answer &answer)
    {
        QStringList folders;
        const QJsonArray array = QJsonDocument::fromJson(answer.body)[u"folders"_s].toArray();
        for (const auto &folder : array)
            folders.append(folder.toString());
        return folders;
    }
    [[nodiscard]] QString settingsPath() const
    {
        return m_instance->folder() + u"/settings.json"_s;
    }
    [[nodiscard]] QJsonObject settings() const
    {
        QFile file(settingsPath());
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    void writeSettings(const QByteArray &text) const
    {
        QFile file(settingsPath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestFolders)
#include "tst_folders.moc"
