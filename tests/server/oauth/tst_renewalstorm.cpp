// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/stores.h"
#include "tests/fakes/testdatabase.h"
#include "tests/server/oauth/rotatingserver.h"

#include <QCoroTask>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace std::chrono_literals;
using Fault = tests::RotatingServer::Fault;

namespace {

/** Where a life of the program ends. What the disk holds then is what the next life begins with. */
enum class Death {
    None,
    BeforeTheServiceActs, ///< the intent is written, the request has left
    AfterTheServiceActed, ///< the service has rotated; its answer is under way
    AfterTheCommit,
};

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QDir folder(from);
    for (const QString &name : folder.entryList(QDir::Files))
        QFile::copy(folder.filePath(name), to + u'/' + name);
}

} // namespace

/**
 * Thousands of renewals against a service that rotates strictly, with network faults, and kills at
 * random points: the files are copied as they are at that moment, and the next life goes on with
 * the copy; a server's database takes nothing more from a life that has ended.
 */
class TestRenewalStorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesASignInOnlyWhereNobodyCouldKnow()
    {
        QLoggingCategory::setFilterRules(u"fairlead.*=false"_s);
        startAnew();
        // A server's database takes each of them several times as long as a file in memory.
        const int renewals = m_stores->database->address().isFile() ? 10'000 : 1000;
        for (int i = 0; i < renewals; ++i)
            renewOnce();
        qInfo("%d renewals: %d rotations, %d kills (%d before, %d after the service acted, %d "
              "after the commit), %d other faults, %d answers lost on the way; %d sign-ins lost, "
              "all %d of them where the service had rotated and nobody could know",
              renewals,
              m_server.rotations(),
              m_kills,
              m_before,
              m_after,
              m_committed,
              m_faults,
              m_answersLost,
              m_lost,
              m_expectedLosses);
        QCOMPARE(m_lost, m_expectedLosses);
        QCOMPARE(m_lost, m_after + m_answersLost);
        QCOMPARE(m_server.reuses(), m_lost);
        const int enough = renewals / 100;
        QVERIFY(m_before > enough && m_after > enough && m_committed > enough && m_faults > enough);
    }

private:
    void renewOnce()
    {
        m_clock.advance(2h);
        const Death death = randomDeath();
        Fault fault = death == Death::None ? randomFault() : Fault::None;
        m_server.nextFault = [&fault] { return std::exchange(fault, Fault::None); };
        m_server.beforehand = [&] { dieIf(death == Death::BeforeTheServiceActs); };
        m_server.afterwards = [&] { dieIf(death == Death::AfterTheServiceActed); };
        if (death == Death::BeforeTheServiceActs)
            fault = Fault::NotReached;
        const bool losesAnswer = fault == Fault::AnswerLost;
        const auto token = QCoro::waitFor(m_stores->grants->accessToken(m_id, {}));
        dieIf(death == Death::AfterTheCommit);
        m_server.beforehand = m_server.afterwards = [] {};
        count(death, losesAnswer);
        if (death == Death::None && token)
            return;
        if (death != Death::None)
            startNextLife();
        // Whatever happened, one more try says whether the person is still signed in.
        m_clock.advance(1h);
        const auto again = QCoro::waitFor(m_stores->grants->accessToken(m_id, {}));
        const bool isLost = !again && again.error().code == ErrorCode::Unauthorized;
        const bool couldNotKnow = death == Death::AfterTheServiceActed || losesAnswer;
        QVERIFY2(again || isLost, qPrintable(again ? u""_s : again.error().message));
        QCOMPARE(isLost, couldNotKnow);
        m_expectedLosses += couldNotKnow ? 1 : 0;
        if (isLost) {
            ++m_lost;
            startAnew();
        }
    }

    void count(Death death, bool losesAnswer)
    {
        m_kills += death == Death::None ? 0 : 1;
        m_before += death == Death::BeforeTheServiceActs ? 1 : 0;
        m_after += death == Death::AfterTheServiceActed ? 1 : 0;
        m_committed += death == Death::AfterTheCommit ? 1 : 0;
        m_answersLost += losesAnswer ? 1 : 0;
    }

    Death randomDeath() { return Death(m_random.bounded(100) < 15 ? 1 + m_random.bounded(3) : 0); }

    Fault randomFault()
    {
        const int roll = m_random.bounded(100);
        if (roll >= 8)
            return Fault::None;
        const Fault fault = roll == 0 ? Fault::AnswerLost
            : roll < 3                ? Fault::NotReached
            : roll < 6                ? Fault::ServerError
                                      : Fault::Garbage;
        m_faults += fault == Fault::AnswerLost ? 0 : 1;
        return fault;
    }

    void dieIf(bool now)
    {
        if (!now || std::exchange(m_isDead, true))
            return;
        if (!m_stores->database->address().isFile()) {
            fakes::refuseWrites(*m_stores->database);
            return;
        }
        m_nextFolder = nextFolder();
        copyFolder(m_folder, m_nextFolder);
    }

    QString nextFolder() { return m_root.filePath(QString::number(++m_lives)); }

    void startNextLife()
    {
        QVERIFY(std::exchange(m_isDead, false));
        m_stores.reset();
        if (!m_nextFolder.isEmpty()) {
            QDir(m_folder).removeRecursively();
            m_folder = std::exchange(m_nextFolder, QString());
        }
        open();
    }

    void open()
    {
        m_stores = std::make_unique<fakes::Stores>(m_folder, m_server, m_clock);
        m_stores->grants->addServer(tests::RotatingServer::description());
    }

    void startAnew()
    {
        if (!m_stores) {
            m_folder = nextFolder();
            QDir().mkpath(m_folder);
            open();
            QVERIFY(m_stores->clients->use(u"jira"_s, {u"app"_s, Secret("app-secret"_ba)}));
        }
        const oauth::TokenSet tokens{.accessToken = Secret("access"_ba),
                                     .refreshToken = Secret(m_server.issue()),
                                     .receivedAt = m_clock.now(),
                                     .lifetime = 3600s,
                                     .scopes = {},
                                     .details = {}};
        m_id = m_stores->grants->add(m_stores->user(), u"jira"_s, u"app"_s, tokens).value();
    }

    // A copy of the files is what a kill leaves; whether the disk keeps it is not asked here.
    QTemporaryDir m_root{QFileInfo(u"/dev/shm"_s).isWritable()
                             ? u"/dev/shm/fairlead-storm-XXXXXX"_s
                             : QDir::tempPath() + u"/fairlead-storm-XXXXXX"_s};
    QString m_folder;
    QString m_nextFolder;
    bool m_isDead = false;
    fakes::FakeClock m_clock;
    tests::RotatingServer m_server;
    std::unique_ptr<fakes::Stores> m_stores;
    QRandomGenerator m_random{20'261'121};
    QString m_id;
    int m_lives = 0;
    int m_kills = 0;
    int m_before = 0;
    int m_after = 0;
    int m_committed = 0;
    int m_faults = 0;
    int m_answersLost = 0;
    int m_lost = 0;
    int m_expectedLosses = 0;
};

QTEST_GUILESS_MAIN(TestRenewalStorm)
#include "tst_renewalstorm.moc"
