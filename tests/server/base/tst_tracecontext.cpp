// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/tracecontext.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

const QString goodParent = u"00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01"_s;

/** What is left of `_meta` with this member beside a good traceparent. */
TraceContext with(const QString &name, const QString &value)
{
    QJsonObject meta{{u"traceparent"_s, goodParent}};
    meta[name] = value;
    const auto trace = traceContextFrom(meta);
    return trace ? *trace : TraceContext();
}

} // namespace

/** The forms of https://www.w3.org/TR/trace-context/ and https://www.w3.org/TR/baggage/. */
class TestTraceContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNothingWhereNothingIsSaid()
    {
        QVERIFY(!traceContextFrom({}));
        QVERIFY(!traceContextFrom({{u"progressToken"_s, 1}}));
        QVERIFY(!traceContextFrom({{u"tracestate"_s, u"a=1"_s}}));
        QVERIFY(!traceContextFrom({{u"traceparent"_s, 1}, {u"baggage"_s, true}}));
    }

    void namesWhatIsThere()
    {
        const auto trace = traceContextFrom({{u"traceparent"_s, goodParent},
                                             {u"tracestate"_s, u"a=1"_s},
                                             {u"baggage"_s, u"b=2"_s}});
        QVERIFY(trace);
        const QList<std::pair<QByteArray, QByteArray>> all{
            {"traceparent", goodParent.toLatin1()}, {"tracestate", "a=1"}, {"baggage", "b=2"}};
        QCOMPARE(trace->fields(), all);
        const auto alone = traceContextFrom({{u"baggage"_s, u"b=2"_s}});
        QVERIFY(alone);
        QCOMPARE(alone->fields(), all.last(1));
    }

    void takesAParentOfTheRightForm_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArray>("taken");
        const QString ids = goodParent.mid(2, 50);
        QTest::newRow("sampled") << goodParent << goodParent.toLatin1();
        QTest::newRow("random flag") << u"00"_s + ids + u"-03"_s << "00" + ids.toLatin1() + "-03";
        QTest::newRow("later version")
            << u"cc"_s + ids + u"-09-more"_s << "00" + ids.toLatin1() + "-01";
        QTest::newRow("later version, not sampled")
            << u"01"_s + ids + u"-02"_s << "00" + ids.toLatin1() + "-00";
        for (const QString &wrong :
             {u"ff"_s + ids + u"-01"_s,
              goodParent + u"-more"_s,
              goodParent + u'\n',
              goodParent.toUpper(),
              goodParent.chopped(1),
              u"cc"_s + ids + u"-01.more"_s,
              u"00-"_s + QString(32, u'0') + u"-00f067aa0ba902b7-01"_s,
              u"00-0af7651916cd43dd8448eb211c80319c-"_s + QString(16, u'0') + u"-01"_s,
              u"x"_s,
              QString()})
            QTest::addRow("%s", qPrintable(wrong.left(70))) << wrong << QByteArray();
    }
    void takesAParentOfTheRightForm()
    {
        QFETCH(const QString, given);
        QFETCH(const QByteArray, taken);
        const auto trace = traceContextFrom(
            {{u"traceparent"_s, given}, {u"tracestate"_s, u"a=1"_s}, {u"baggage"_s, u"b=2"_s}});
        QVERIFY(trace);
        QCOMPARE(trace->parent, taken);
        // Without it nobody knows whose state it is.
        QCOMPARE(trace->state.isEmpty(), taken.isEmpty());
    }

    void takesAStateOfTheRightForm_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArray>("taken");
        QTest::newRow("two") << u"rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"_s
                             << "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE"_ba;
        QTest::newRow("blanks") << u" a=1 ,,\tfw529a3039@dt=FfF!~,"_s
                                << "a=1,fw529a3039@dt=FfF!~"_ba;
        QTest::newRow("a blank in it") << u"0a=1 2"_s << "0a=1 2"_ba;
        QStringList many;
        for (int i = 0; i < 33; ++i)
            many.append(u"k%1=v"_s.arg(i));
        QTest::newRow("32") << many.first(32).join(u',') << many.first(32).join(u',').toLatin1();
        QTest::newRow("33") << many.join(u',') << QByteArray();
        for (const QString &wrong : {u"a"_s,
                                     u"a="_s,
                                     u"=1"_s,
                                     u"A=1"_s,
                                     u"a=1=2"_s,
                                     u"a=1,a=2"_s,
                                     u"a=1\r\nX: y"_s,
                                     u"a=ü"_s,
                                     u"a=1;b"_s + QChar(0),
                                     u"a="_s + QString(511, u'1')})
            QTest::addRow("%s", qPrintable(wrong.left(20))) << wrong << QByteArray();
    }
    void takesAStateOfTheRightForm()
    {
        QFETCH(const QString, given);
        QTEST(with(u"tracestate"_s, given).state, "taken");
        QCOMPARE(with(u"tracestate"_s, given).parent, goodParent.toLatin1());
    }

    void takesBaggageOfTheRightForm_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QByteArray>("taken");
        QTest::newRow("properties") << u"key1=value1;property1;p2 = x, key2 = value2"_s
                                    << "key1=value1;property1;p2 = x,key2 = value2"_ba;
        QTest::newRow("percent") << u"serverNode=DF%2028"_s << "serverNode=DF%2028"_ba;
        QTest::newRow("empty value") << u"a="_s << "a="_ba;
        QTest::newRow("a tab") << u"a\t=1"_s << "a =1"_ba;
        QTest::newRow("64") << QStringList(64, u"a=1"_s).join(u',')
                            << QStringList(64, u"a=1"_s).join(u',').toLatin1();
        QTest::newRow("65") << QStringList(65, u"a=1"_s).join(u',') << QByteArray();
        for (const QString &wrong : {u"a"_s,
                                     u"a b=1"_s,
                                     u"a=1 2"_s,
                                     u"a=\"1\""_s,
                                     u"a=1;"_s,
                                     u"a=1\r\nX: y"_s,
                                     u"a=ü"_s,
                                     u"a="_s + QString(8191, u'1')})
            QTest::addRow("%s", qPrintable(wrong.left(20))) << wrong << QByteArray();
    }
    void takesBaggageOfTheRightForm()
    {
        QFETCH(const QString, given);
        QTEST(with(u"baggage"_s, given).baggage, "taken");
    }

    void goesWithTheToken()
    {
        QVERIFY(!CancellationToken().trace());
        const CancellationSource source;
        const CancellationToken token = source.token();
        QVERIFY(!token.trace());
        source.setTrace(traceContextFrom({{u"traceparent"_s, goodParent}}));
        QCOMPARE(token.trace()->parent, goodParent.toLatin1());
    }
};

QTEST_GUILESS_MAIN(TestTraceContext)
#include "tst_tracecontext.moc"
