// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/instancelocator.h"
#include "server/net/networkhttpclient.h"
#include "tests/fakes/localhttpserver.h"

#include <QCoroTask>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;
using namespace std::chrono_literals;

class TestInstanceLocator : public QObject
{
    Q_OBJECT

private:
    /** As an instance does that holds the lock and serves there. */
    void serve(const QString &url)
    {
        if (!m_lock)
            m_lock = std::make_unique<QLockFile>(m_folder->filePath(u"instance.lock"_s));
        m_lock->setStaleLockTime(0);
        QVERIFY(m_lock->isLocked() || m_lock->tryLock(0));
        write(u"control.token"_s, "token"_ba);
        write(u"endpoint.json"_s, "{\"url\":\"" + url.toLatin1() + "\"}");
    }

    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    [[nodiscard]] InstanceLocator::Options options() const
    {
        InstanceLocator::Options options{.dataFolder = m_folder->path()};
        options.returnTime = 50ms;
        options.startTime = 20s;
        options.patience = 0ms;
        return options;
    }

    [[nodiscard]] static QStringList shell(const QString &script)
    {
        return {u"/bin/sh"_s, u"-c"_s, script};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QLockFile> m_lock;
    net::NetworkHttpClient m_http;

private Q_SLOTS:
    void init()
    {
        m_lock.reset();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void findsTheOneThatRuns()
    {
        serve(u"http://127.0.0.1:1234"_s);
        InstanceLocator locator(m_http, options());
        QCOMPARE(QCoro::waitFor(locator.running()).value(), QUrl(u"http://127.0.0.1:1234"_s));
    }

    void waitsForOneThatComes()
    {
        auto wanted = options();
        wanted.returnTime = 20s;
        InstanceLocator locator(m_http, wanted);
        Result<QUrl> found;
        bool isDone = false;
        QCoro::connect(locator.running(), this, [&](const Result<QUrl> &url) {
            found = url;
            isDone = true;
        });
        QVERIFY(!isDone);
        serve(u"http://[::1]:99"_s);
        QTRY_VERIFY(isDone);
        QCOMPARE(found.value(), QUrl(u"http://[::1]:99"_s));
    }

    void saysWhatToDoWhenNoneComes()
    {
        InstanceLocator locator(m_http, options());
        const auto found = QCoro::waitFor(locator.running());
        QVERIFY(!found);
        QVERIFY(found.error().message.contains(m_folder->path()));
        QVERIFY(found.error().message.contains(u"Start Fairlead"_s));
    }

    void doesNotBelieveWhatAKilledOneLeftBehind()
    {
        serve(u"http://127.0.0.1:1234"_s);
        m_lock.reset();
        InstanceLocator locator(m_http, options());
        QVERIFY(!QCoro::waitFor(locator.running()));
    }

    void neverLeavesThisComputer()
    {
        serve(u"http://example.com:1234"_s);
        InstanceLocator locator(m_http, options());
        QVERIFY(!QCoro::waitFor(locator.running()));
    }

    void startsOneAndWaitsUntilItServes()
    {
        m_lock = std::make_unique<QLockFile>(m_folder->filePath(u"instance.lock"_s));
        QVERIFY(m_lock->tryLock(0));
        auto wanted = options();
        wanted.programs = {
            shell(u"cd '%1' && echo t > control.token && echo '{\"url\":"
                  "\"http://127.0.0.1:77\"}' > e && mv e endpoint.json"_s.arg(m_folder->path()))};
        InstanceLocator locator(m_http, wanted);
        QCOMPARE(QCoro::waitFor(locator.running()).value(), QUrl(u"http://127.0.0.1:77"_s));
        QVERIFY(!QFile::exists(m_folder->filePath(u"start.lock"_s)));
    }

    void triesTheNextProgramAndRepeatsTheLastWords()
    {
        auto wanted = options();
        const QString trace = m_folder->filePath(u"trace"_s);
        wanted.programs = {shell(u"echo one >> '%1'; echo no screen >&2; exit 1"_s.arg(trace)),
                           shell(u"echo two >> '%1'; echo first >&2; echo Port 8080 is in use. "
                                 ">&2; exit 1"_s.arg(trace))};
        InstanceLocator locator(m_http, wanted);
        const auto found = QCoro::waitFor(locator.running());
        QVERIFY(!found);
        QVERIFY2(found.error().message.endsWith(u"Port 8080 is in use."_s),
                 qUtf8Printable(found.error().message));
        QFile file(trace);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "one\ntwo\n"_ba);
    }

    void letsOneOfSeveralStart()
    {
        QLockFile other(m_folder->filePath(u"start.lock"_s));
        QVERIFY(other.tryLock(0));
        auto wanted = options();
        const QString trace = m_folder->filePath(u"trace"_s);
        wanted.programs = {shell(u"echo one >> '%1'"_s.arg(trace))};
        InstanceLocator locator(m_http, wanted);
        bool isDone = false;
        QCoro::connect(locator.running(), this, [&](const Result<QUrl> &) { isDone = true; });
        serve(u"http://127.0.0.1:5"_s);
        QTRY_VERIFY(isDone);
        QVERIFY(!QFile::exists(trace));
    }

    void aLostOneIsFoundAgainWhenItServesElsewhere()
    {
        serve(u"http://127.0.0.1:1"_s);
        InstanceLocator locator(m_http, options());
        QVERIFY(QCoro::waitFor(locator.running()).has_value());
        locator.setLost();
        QVERIFY(!QCoro::waitFor(locator.running()));
        serve(u"http://127.0.0.1:2"_s);
        QCOMPARE(QCoro::waitFor(locator.running()).value(), QUrl(u"http://127.0.0.1:2"_s));
    }

    void tellsWhetherTheOneItFoundIsStillThere()
    {
        InstanceLocator locator(m_http, options());
        QVERIFY(!locator.isStillThere());
        serve(u"http://127.0.0.1:1"_s);
        QVERIFY(QCoro::waitFor(locator.running()).has_value());
        QVERIFY(locator.isStillThere());
        serve(u"http://127.0.0.1:2"_s);
        QVERIFY(!locator.isStillThere());
        serve(u"http://127.0.0.1:1"_s);
        QVERIFY(locator.isStillThere());
        m_lock.reset();
        QVERIFY(!locator.isStillThere());
    }

    void believesAnAddressThatItWasGiven()
    {
        auto wanted = options();
        wanted.url = QUrl(u"http://127.0.0.1:1"_s);
        const InstanceLocator locator(m_http, wanted);
        QVERIFY(locator.isStillThere());
    }

    void oneThatWasOnlyBusyIsNotLostForEver()
    {
        const fakes::LocalHttpServer server(
            [](QTcpSocket &socket, const fakes::LocalHttpServer::Received &) {
                socket.write(fakes::LocalHttpServer::answer("200 OK"_ba, "{}"_ba));
            });
        serve(server.url().toString());
        auto wanted = options();
        wanted.returnTime = 20s;
        InstanceLocator locator(m_http, wanted);
        QVERIFY(QCoro::waitFor(locator.running()).has_value());
        locator.setLost();
        QVERIFY(QCoro::waitFor(locator.running()).has_value());
    }

    void stopsAtOnce()
    {
        InstanceLocator locator(m_http, options());
        std::optional<ErrorCode> code;
        QCoro::connect(
            locator.returned(), this, [&](const Result<QUrl> &url) { code = url.error().code; });
        QVERIFY(!code);
        locator.stop();
        QTRY_COMPARE(code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestInstanceLocator)
#include "tst_instancelocator.moc"
