// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/stdiochannel.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fairlead::ctl;
using namespace std::chrono_literals;

namespace {

/** A client at the other ends of two pipes. */
class Client
{
public:
    Client()
    {
        if (pipe(m_in.data()) != 0 || pipe(m_out.data()) != 0)
            qFatal("no pipes");
        fcntl(m_out[0], F_SETFL, O_NONBLOCK);
    }
    ~Client()
    {
        closeInput();
        closeOutput();
        close(m_in[0]);
        close(m_out[1]);
    }
    Q_DISABLE_COPY_MOVE(Client)

    [[nodiscard]] StdioChannel::Options options() const
    {
        return {.input = m_in[0], .output = m_out[1], .longestLine = 100, .unsentBytes = 10'000};
    }
    void write(const QByteArray &bytes) const
    {
        QCOMPARE(::write(m_in[1], bytes.constData(), static_cast<size_t>(bytes.size())),
                 bytes.size());
    }
    QByteArray read() const
    {
        QByteArray all;
        std::array<char, 65536> piece{};
        for (ssize_t count = 0; (count = ::read(m_out[0], piece.data(), piece.size())) > 0;)
            all.append(piece.data(), count);
        return all;
    }
    void closeInput() { closeOnce(m_in[1]); }
    void closeOutput() { closeOnce(m_out[0]); }

private:
    static void closeOnce(int &descriptor)
    {
        if (descriptor >= 0)
            close(descriptor);
        descriptor = -1;
    }

    std::array<int, 2> m_in{};
    std::array<int, 2> m_out{};
};

} // namespace

class TestStdioChannel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void takesLinesAndTellsTheEnd()
    {
        Client client;
        StdioChannel channel(client.options());
        const QSignalSpy lines(&channel, &StdioChannel::lineReceived);
        const QSignalSpy refused(&channel, &StdioChannel::lineRefused);
        const QSignalSpy ended(&channel, &StdioChannel::inputEnded);
        client.write("{\"id\":1}\n" + QByteArray(200, 'x') + "\nlast");
        channel.setReading(true);
        QTRY_COMPARE(lines.size(), 1);
        QCOMPARE(refused.size(), 1);
        QVERIFY(ended.isEmpty());
        client.closeInput();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(lines.last().first().toByteArray(), "last"_ba);
    }

    void readsNothingUntilItShall()
    {
        Client client;
        StdioChannel channel(client.options());
        const QSignalSpy lines(&channel, &StdioChannel::lineReceived);
        client.write("1\n");
        QCoreApplication::processEvents();
        QCOMPARE(lines.size(), 0);
        channel.setReading(true);
        QTRY_COMPARE(lines.size(), 1);
    }

    void sendsWhatTheClientReads()
    {
        Client client;
        StdioChannel channel(client.options());
        channel.send("one");
        channel.send("two");
        QCOMPARE(client.read(), "one\ntwo\n"_ba);
        QVERIFY(QCoro::waitFor(channel.everythingSent(10s)));
    }

    void hasNoRoomWhileTheClientDoesNotRead()
    {
        Client client;
        StdioChannel channel(client.options());
        channel.setReading(true);
        const QSignalSpy lines(&channel, &StdioChannel::lineReceived);
        const QByteArray large(1'000'000, 'x');
        channel.send(large);
        QVERIFY(!QCoro::waitFor(channel.everythingSent(0ms)));
        bool hasRoom = false;
        QCoro::connect(channel.roomToSend(), this, [&hasRoom](bool room) { hasRoom = room; });
        client.write("1\n");
        QCoreApplication::processEvents();
        QVERIFY(!hasRoom);
        QCOMPARE(lines.size(), 0); // nor is anything taken that would have to be answered
        QByteArray received;
        QTRY_VERIFY((received += client.read()).size() == large.size() + 1);
        QTRY_VERIFY(hasRoom);
        QTRY_COMPARE(lines.size(), 1);
    }

    void noticesAClientThatIsGone()
    {
        Client client;
        StdioChannel channel(client.options());
        const QSignalSpy closed(&channel, &StdioChannel::outputClosed);
        client.closeOutput();
        channel.send("one");
        channel.send("two");
        QTRY_COMPARE(closed.size(), 1);
        QVERIFY(!QCoro::waitFor(channel.roomToSend()));
    }
};

QTEST_GUILESS_MAIN(TestStdioChannel)
#include "tst_stdiochannel.moc"
