// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/typedline.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestTypedLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QCOMPARE(pipe(m_pipe.data()), 0); }

    void cleanup()
    {
        close(m_pipe[0]);
        close(m_pipe[1]);
    }

    void readsOneLine()
    {
        ctl::TypedLine line(m_pipe[0], {});
        QSignalSpy finished(&line, &ctl::TypedLine::finished);
        type("1, ");
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 0);
        type("2\r\nmore");
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(line.text(), "1, 2"_ba);
        type("\n");
        QCoreApplication::processEvents();
        QCOMPARE(finished.size(), 1);
    }

    void endsWithTheInput()
    {
        ctl::TypedLine line(m_pipe[0], {});
        QSignalSpy finished(&line, &ctl::TypedLine::finished);
        close(m_pipe[1]);
        m_pipe[1] = -1;
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(line.text().isEmpty());
    }

    void endsWhenNobodyWaitsAnyMore()
    {
        CancellationSource source;
        ctl::TypedLine line(m_pipe[0], source.token());
        QSignalSpy finished(&line, &ctl::TypedLine::finished);
        type("half");
        QCoreApplication::processEvents();
        source.cancel();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(line.text().isEmpty());
    }

    void endsAtOnceWhenItWasCancelledBefore()
    {
        CancellationSource source;
        source.cancel();
        ctl::TypedLine line(m_pipe[0], source.token());
        QSignalSpy finished(&line, &ctl::TypedLine::finished);
        QTRY_COMPARE(finished.size(), 1);
    }

private:
    void type(const QByteArray &bytes)
    {
        QCOMPARE(write(m_pipe[1], bytes.constData(), size_t(bytes.size())), bytes.size());
    }

    std::array<int, 2> m_pipe{-1, -1};
};

QTEST_GUILESS_MAIN(TestTypedLine)
#include "tst_typedline.moc"
