// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/examination.h"

#include <QCoroSignal>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::doctor;

/** Ends when it is told to. */
class Slow final : public QObject
{
    Q_OBJECT

public:
    QCoro::Task<Finding> run(CancellationToken cancellation)
    {
        cancellation.onCancelled(this, [this] { cancelled = true; });
        co_await qCoro(this, &Slow::go);
        co_return Finding{.verdict = Verdict::Warning, .text = {"late"}};
    }

    bool cancelled = false;

Q_SIGNALS:
    void go();
};

class TestExamination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachFindingInItsPlace()
    {
        Slow slow;
        Examination examination(checks(slow));
        QSignalSpy found(&examination, &Examination::found);
        QSignalSpy finished(&examination, &Examination::finished);
        examination.start();
        QCOMPARE(examination.done(), 1);
        QVERIFY(!examination.finding(0));
        QCOMPARE(examination.finding(1)->text.english(), u"at once"_s);
        Q_EMIT slow.go();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(found.count(), 2);
        QCOMPARE(examination.entries().at(0).finding.verdict, Verdict::Warning);
        QCOMPARE(examination.entries().at(1).title.english(), u"quick"_s);
    }

    void endsAtOnceWhenCancelled()
    {
        Slow slow;
        Examination examination(checks(slow));
        QSignalSpy finished(&examination, &Examination::finished);
        examination.start();
        examination.cancel();
        QVERIFY(slow.cancelled);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(examination.entries().at(0).finding.verdict, Verdict::Cancelled);
        QCOMPARE(examination.entries().at(1).finding.verdict, Verdict::Ok);
        Q_EMIT slow.go();
        QCoreApplication::processEvents();
        QCOMPARE(examination.entries().at(0).finding.verdict, Verdict::Cancelled);
    }

    void mayBeForgottenWhileItLooks()
    {
        Slow slow;
        {
            Examination examination(checks(slow));
            examination.start();
        }
        QVERIFY(slow.cancelled);
        Q_EMIT slow.go();
        QCoreApplication::processEvents();
    }

private:
    static QList<Check> checks(Slow &slow)
    {
        return {{.title = {"slow"},
                 .run =
                     [&slow](CancellationToken cancellation) {
                         return slow.run(std::move(cancellation));
                     }},
                immediate({"quick"}, [] { return Finding{.text = {"at once"}}; })};
    }
};

QTEST_GUILESS_MAIN(TestExamination)
#include "tst_examination.moc"
