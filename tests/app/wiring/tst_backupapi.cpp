// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/backup on a whole server: who may make and restore backups, and what it refuses. */
class TestBackupApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_place = std::make_unique<QTemporaryDir>();
        m_path = m_place->filePath(u"a.backup"_s);
    }

    void writesLooksAndRestores()
    {
        QCOMPARE(ask(""_ba, body(m_path)).status, 201);
        QVERIFY(QFile::exists(m_path));
        const auto looked = ask("/look"_ba, body(m_path));
        QCOMPARE(looked.status, 200);
        QVERIFY(!QJsonDocument::fromJson(looked.body)[u"master_key"_s].toBool(true));
        const auto restored = ask("/restore"_ba, body(m_path));
        QCOMPARE(restored.status, 200);
        QCOMPARE(QJsonDocument::fromJson(restored.body)[u"master_key"_s].toString(), u"none"_s);
        QVERIFY(QFile::exists(m_instance->folder() + u"/restore/ready"_s));
    }

    void sealsTheMasterKeyUnderAPassphrase()
    {
        QCOMPARE(ask(""_ba, body(m_path, u"correct horse battery"_s)).status, 201);
        QVERIFY(
            QJsonDocument::fromJson(ask("/look"_ba, body(m_path)).body)[u"master_key"_s].toBool());
        const auto refused = ask("/restore"_ba, body(m_path, u"wrong horse battery"_s));
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.body.contains("not the passphrase"));
        QCOMPARE(ask("/restore"_ba, body(m_path, u"correct horse battery"_s)).status, 200);
    }

    void refusesWhatItCannotDo()
    {
        QCOMPARE(ask(""_ba, "{}"_ba).status, 400);
        QCOMPARE(ask(""_ba, body(u"relative.backup"_s)).status, 400);
        QCOMPARE(ask(""_ba, body(m_path, u"short"_s)).status, 400);
        QCOMPARE(ask(""_ba, body(m_path, QString(1025, u'x'))).status, 400);
        QCOMPARE(ask(""_ba, body(u"/"_s + QString(4097, u'x'))).status, 400);
        QCOMPARE(ask(""_ba, body(m_instance->folder() + u"/a.backup"_s)).status, 400);
        QCOMPARE(ask(""_ba, R"({"path":"/tmp/a","more":1})"_ba).status, 400);
        QCOMPARE(ask("/look"_ba, body(m_path, u"correct horse battery"_s)).status, 400);
        QVERIFY(ask("/look"_ba, body(m_path)).status >= 400);
        QVERIFY(ask("/restore"_ba, body(m_path)).status >= 400);
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(!QFile::exists(m_instance->folder() + u"/restore"_s));
    }

    void isForTheOwnerOnly()
    {
        const auto made = m_instance->request("POST"_ba,
                                              "/api/tokens"_ba,
                                              "Content-Type: application/json\r\n"
                                              "Authorization: Bearer "
                                                  + m_instance->controlToken() + "\r\n",
                                              "{}"_ba);
        const QByteArray token =
            QJsonDocument::fromJson(made.body)[u"token"_s].toString().toLatin1();
        QVERIFY(!token.isEmpty());
        const QByteArray key =
            m_instance->newKey(m_instance->server().defaultUser().id).secret.reveal();
        for (const QByteArray &credential : {token, key}) {
            for (const QByteArray &path : {""_ba, "/look"_ba, "/restore"_ba})
                QCOMPARE(ask(path, body(m_path), credential).status, 403);
        }
        QVERIFY(!QFile::exists(m_path));
    }

private:
    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &path,
                                                  const QByteArray &content,
                                                  const QByteArray &credential = {}) const
    {
        const QByteArray headers = "Content-Type: application/json\r\nAuthorization: Bearer "
            + (credential.isEmpty() ? m_instance->controlToken() : credential) + "\r\n";
        return m_instance->request("POST"_ba, "/api/backup" + path, headers, content);
    }
    [[nodiscard]] static QByteArray body(const QString &path, const QString &passphrase = {})
    {
        QJsonObject json{{u"path"_s, path}};
        if (!passphrase.isEmpty())
            json.insert(u"passphrase"_s, passphrase);
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    std::unique_ptr<QTemporaryDir> m_place;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestBackupApi)
#include "tst_backupapi.moc"
