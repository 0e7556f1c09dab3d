// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/sandboxdata.h"
#include "tests/app/wiring/testinstance.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using wiring::SandboxData;
using State = providers::SampleData::State;

/** The real fairlead-sandbox beside a whole server. */
class TestSandboxData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_instance = std::make_unique<tests::TestInstance>();
        m_data = make(qEnvironmentVariable("FAIRLEAD_BIN_DIR") + u"/fairlead-sandbox"_s);
    }
    void cleanup()
    {
        m_data.reset();
        m_instance.reset();
    }

    void connectsJiraAndNotion()
    {
        QCOMPARE(m_data->state(), State::Off);
        switchOn();
        QCOMPARE(connections().size(), 2);
        for (const auto &connection : connections())
            QVERIFY(m_data->isSample(connection));
        QVERIFY(QFile::exists(record()));
    }

    void leavesNothingWhenItIsRemoved()
    {
        switchOn();
        QVERIFY(m_data->remove());
        QCOMPARE(m_data->state(), State::Off);
        QVERIFY(connections().isEmpty());
        QVERIFY(!QFile::exists(record()));
        switchOn();
        QCOMPARE(connections().size(), 2);
    }

    void givesWayToSomethingReal()
    {
        switchOn();
        const auto own = addOwn();
        QVERIFY(!m_data->isSample(own));
        QTRY_COMPARE(m_data->state(), State::Off);
        QCOMPARE(connections(), QList<connections::Connection>{own});
    }

    void isInNoBackup()
    {
        if (!fakes::testDatabase(m_instance->folder()).isFile())
            QSKIP("PostgreSQL's own programs make the backups of a server's database");
        switchOn();
        QCOMPARE(m_data->connectionIds().size(), 2);
        auto &backups = m_instance->server().backups();
        backups.setLeftOut([this] { return m_data->connectionIds(); });
        const QTemporaryDir place;
        const QString path = place.filePath(u"a.backup"_s);
        QVERIFY(QCoro::waitFor(backups.write(path, Secret(), {})));
        QFile backup(path);
        QVERIFY(backup.open(QIODevice::ReadOnly));
        const QByteArray bytes = backup.readAll();
        for (const auto &connection : connections()) {
            QVERIFY(!bytes.contains(connection.id.toUtf8()));
            QVERIFY(!bytes.contains(connection.site.toEncoded()));
        }
        QCOMPARE(connections().size(), 2);
    }

    void endsWithTheLastOfItsConnections()
    {
        switchOn();
        for (const auto &connection : connections())
            QVERIFY(m_instance->server().connections().remove(connection.userId, connection.id));
        QTRY_COMPARE(m_data->state(), State::Off);
        QVERIFY(!QFile::exists(record()));
    }

    void canBeCancelled()
    {
        QSignalSpy failed(m_data.get(), &SandboxData::failed);
        m_data->start();
        QCOMPARE(m_data->state(), State::Starting);
        m_data->cancel();
        QTRY_COMPARE(m_data->state(), State::Off);
        QVERIFY(connections().isEmpty());
        QCOMPARE(failed.count(), 0);
        switchOn();
    }

    void canBeCancelledWhileItConnects()
    {
        m_data->start();
        QTRY_VERIFY(QFile::exists(record()));
        m_data->cancel();
        QTRY_COMPARE(m_data->state(), State::Off);
        QVERIFY(connections().isEmpty());
        QVERIFY(!QFile::exists(record()));
    }

    void removesWhatACrashHasLeft()
    {
        switchOn();
        const auto own = addOwn();
        // Whoever ends without remove() leaves the connections and the record.
        m_data.reset();
        QCOMPARE(connections().size(), 3);
        m_data = make(u"/nonexistent"_s);
        QVERIFY(m_data->removeLeftovers());
        QCOMPARE(connections(), QList<connections::Connection>{own});
        QVERIFY(!QFile::exists(record()));
    }

    void saysWhyItDoesNotStart()
    {
        m_data = make(u"/bin/false"_s);
        QSignalSpy failed(m_data.get(), &SandboxData::failed);
        m_data->start();
        QVERIFY(failed.wait());
        QCOMPARE(failed.first().first().value<Error>().message,
                 u"The sample data cannot be used. false has ended. Try again."_s);
        QCOMPARE(m_data->state(), State::Off);
    }

    void isMissingWithoutItsProgram()
    {
        m_data = make(u"/nonexistent"_s);
        QCOMPARE(m_data->state(), State::Missing);
        m_data->start();
        QCOMPARE(m_data->state(), State::Missing);
    }

private:
    std::unique_ptr<SandboxData> make(const QString &program)
    {
        auto &server = m_instance->server();
        return std::make_unique<SandboxData>(SandboxData::Parts{.program = program,
                                                                .recordFile = record(),
                                                                .owner = server.defaultUser(),
                                                                .connections = server.connections(),
                                                                .providers = server.providers(),
                                                                .http = m_http});
    }

    [[nodiscard]] QString record() const { return m_instance->folder() + u"/sample.json"_s; }

    [[nodiscard]] QList<connections::Connection> connections()
    {
        return m_instance->server().connections().listAll().value();
    }

    connections::Connection addOwn()
    {
        connections::Connection own;
        own.userId = m_instance->server().defaultUser().id;
        own.provider = u"jira"_s;
        own.name = u"company.atlassian.net"_s;
        own.site = QUrl(u"https://company.atlassian.net"_s);
        own.apiBase = own.site;
        own.account = u"anna@company.example"_s;
        return m_instance->server().connections().save(own, Secret("token"_ba)).value();
    }

    void switchOn()
    {
        m_data->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_data->state(), State::On, 20'000);
    }

    net::NetworkHttpClient m_http;
    std::unique_ptr<tests::TestInstance> m_instance;
    std::unique_ptr<SandboxData> m_data;
};

QTEST_GUILESS_MAIN(TestSandboxData)
#include "tst_sandboxdata.moc"
