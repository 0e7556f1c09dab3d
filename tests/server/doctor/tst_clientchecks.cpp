// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"
#include "server/doctor/clientchecks.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::doctor;

/** What the doctor says of Cursor in a home folder that is made up. */
class TestClientChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        m_user = accounts::Users(*m_database, m_clock).create(u"Anna"_s, {}).value().id;
        m_keys = std::make_unique<accounts::McpKeys>(*m_database, m_clock);
        QVERIFY(m_keys->load());
        m_url = u"http://127.0.0.1:8080"_s;
        QVERIFY(QDir().mkpath(m_folder->filePath(u"home/.cursor"_s)));
        m_file = m_folder->filePath(u"home/.cursor/mcp.json"_s);
        clients::ClientConnections::Options options;
        options.machine.home = m_folder->filePath(u"home"_s);
        options.recordsFile = m_folder->filePath(u"clients.json"_s);
        options.userId = m_user;
        options.address = [this] {
            return clients::ServerAddress{.url = m_url, .bridgeProgram = {}, .dataFolder = {}};
        };
        m_clients = std::make_unique<clients::ClientConnections>(options, *m_keys, m_clock);
    }

    void cleanup()
    {
        m_clients.reset();
        m_keys.reset();
        m_database.reset();
    }

    void saysNothingOfWhoDoesNotKnowFairlead() { QVERIFY(clientChecks(*m_clients).isEmpty()); }

    void tellsWhoIsConnected()
    {
        QVERIFY(m_clients->add(u"cursor"_s));
        QCOMPARE(finding().verdict, Verdict::Ok);
        QVERIFY(finding().text.english().contains(u"has not called yet"_s));
        m_keys->noteUse(m_clients->find(u"cursor"_s)->keyId, u"Cursor 2.1"_s);
        QVERIFY(finding().text.english().contains(u"has called"_s));
        QCOMPARE(clientChecks(*m_clients).first().title.english(), u"Fairlead in Cursor"_s);
    }

    void namesWhatIsWrongAndWhatHelps_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("revoked") << u"revoked"_s << Verdict::Problem << u"clients add cursor"_s;
        QTest::newRow("moved") << u"moved"_s << Verdict::Problem << u"clients add cursor"_s;
        QTest::newRow("by hand") << u"by hand"_s << Verdict::Warning << u"clients add cursor"_s;
        QTest::newRow("broken") << u"broken"_s << Verdict::Warning << u"in an editor"_s;
        QTest::newRow("off") << u"off"_s << Verdict::Warning << u"there"_s;
    }
    void namesWhatIsWrongAndWhatHelps()
    {
        QFETCH(const QString, fault);
        QFETCH(const QString, remedy);
        QVERIFY(m_clients->add(u"cursor"_s));
        if (fault == "revoked"_L1)
            QVERIFY(m_keys->revoke(m_user, m_clients->find(u"cursor"_s)->keyId));
        else if (fault == "moved"_L1)
            m_url = u"http://127.0.0.1:9999"_s;
        else if (fault == "by hand"_L1)
            write("{\"mcpServers\": {\"fairlead\": {\"url\": \"http://127.0.0.1:8080/mcp\"}}}");
        else if (fault == "broken"_L1)
            write("{ oops");
        else if (fault == "off"_L1)
            write(read().replace("\"url\"", "\"disabled\": true, \"url\""));
        QTEST(finding().verdict, "verdict");
        QVERIFY2(finding().remedy.english().contains(remedy),
                 qPrintable(finding().remedy.english()));
        QVERIFY(finding().text.english().size() > 10);
        QVERIFY(!finding().text.english().contains(u"mcp_"_s));
    }

private:
    [[nodiscard]] Finding finding() const
    {
        const auto checks = clientChecks(*m_clients);
        return checks.size() == 1 ? QCoro::waitFor(checks.first().run({})) : Finding();
    }
    void write(const QByteArray &text) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    fakes::FakeClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<accounts::McpKeys> m_keys;
    std::unique_ptr<clients::ClientConnections> m_clients;
    QString m_user;
    QString m_url;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestClientChecks)
#include "tst_clientchecks.moc"
