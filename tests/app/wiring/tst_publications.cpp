// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

/** /api/publications on a whole server without a connection: who may ask, and what is refused. */
class TestPublications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(m_instance->server().approvedFolders().add(m_place->path()));
        QFile file(m_place->filePath(u"plan.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("# Plan\n") > 0);
    }

    void isForTheOwnerOnly()
    {
        const QByteArray key =
            m_instance->newKey(m_instance->server().defaultUser().id).secret.reveal();
        for (const QByteArray &credential : {m_instance->managementToken(), key}) {
            QVERIFY(!credential.isEmpty());
            QCOMPARE(ask("GET"_ba, {}, {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, {}, R"({"path":"plan.md","project":"WEB"})", credential).status,
                     403);
            QCOMPARE(ask("DELETE"_ba, "/pub_1", {}, credential).status, 403);
            QCOMPARE(ask("POST"_ba, "/export", "{}", credential).status, 403);
        }
    }

    void listsNothingAtFirst()
    {
        const auto answer = ask("GET"_ba);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, R"({"publications":[]})"_ba);
    }

    void saysThatJiraIsNotConnected()
    {
        const auto answer = ask("POST"_ba, {}, R"({"path":"plan.md","project":"WEB"})");
        QCOMPARE(answer.status, 404);
        QVERIFY2(answer.body.contains("Jira is not connected. Open Connections and connect Jira."),
                 answer.body.constData());
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("no path") << R"({"project":"WEB"})"_ba << 400 << "path"_ba;
        QTest::newRow("no project") << R"({"path":"plan.md"})"_ba << 400 << "project"_ba;
        QTest::newRow("no project key")
            << R"({"path":"plan.md","project":"a b"})"_ba << 400 << "project"_ba;
        QTest::newRow("misspelt") << R"({"path":"plan.md","dryrun":true})"_ba << 400 << "dryrun"_ba;
        QTest::newRow("unknown word")
            << R"({"path":"plan.md","project":"WEB","again":"later"})"_ba << 400 << "again"_ba;
        QTest::newRow("no flag") << R"({"path":"plan.md","project":"WEB","dry_run":"no"})"_ba << 400
                                 << "dry_run"_ba;
        QTest::newRow("outside") << R"({"path":"/etc/hostname","project":"WEB"})"_ba << 403
                                 << "approved"_ba;
        QTest::newRow("missing") << R"({"path":"none.md","project":"WEB"})"_ba << 404
                                 << "does not exist"_ba;
        QTest::newRow("too long") << "{\"path\":\"" + QByteArray(4097, 'x') + "\"}" << 400
                                  << "path"_ba;
    }

    void refusesWhatIsWrong()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, word);
        const auto answer = ask("POST"_ba, {}, body);
        QTEST(answer.status, "status");
        QVERIFY2(answer.body.contains(word), answer.body.constData());
    }

    void writesLinksOnlyWhereThereAreAny()
    {
        QCOMPARE(ask("POST"_ba, "/export", "{}").status, 404);
        QCOMPARE(ask("POST"_ba, "/export", R"({"folder":"/etc"})").status, 403);
        QCOMPARE(ask("POST"_ba, "/export", R"({"folder":7})").status, 400);
        QCOMPARE(ask("POST"_ba, "/export", R"({"file":"x"})").status, 400);
    }

    void forgetsOnlyWhatThereIs() { QCOMPARE(ask("DELETE"_ba, "/pub_none").status, 404); }

private:
    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &method,
                                                  const QByteArray &path = {},
                                                  const QByteArray &body = {},
                                                  const QByteArray &credential = {}) const
    {
        return m_instance->ask(method, "/api/publications" + path, body, credential);
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(TestPublications)
#include "tst_publications.moc"
