// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/finding.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::doctor;

class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsValuesInAllAtOnce()
    {
        const Sentence two{"%1 and %2", {u"a %2"_s, u"b"_s}};
        QCOMPARE(two.english(), u"a %2 and b"_s);
        QCOMPARE(two.filledInto(u"%2 und %1"_s), u"b und a %2"_s);
        QCOMPARE(Sentence::of(u"100 %1 %n"_s).english(), u"100 %1 %n"_s);
        QVERIFY(Sentence::of({}).isEmpty());
    }

    void reportsOneLineForEachCheck()
    {
        const QList<Entry> entries{
            {.title = {"Port"}, .finding = {.text = {"Fairlead has port %1."}}},
            {.title = {"Log"},
             .finding = {.verdict = Verdict::Warning, .text = {"Full."}, .remedy = {"Empty it."}}}};
        QCOMPARE(report(u"Fairlead 1.2.3"_s, entries),
                 u"Fairlead 1.2.3\n[ok] Port: Fairlead has port %1.\n[warning] Log: Full.\n    → "
                 "Empty it.\n"_s);
    }

    void leavesSecretsOut_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("before");
        const QString hex(64, u'a');
        QTest::newRow("key") << u"mcp_0123456789abcdef"_s << QString();
        QTest::newRow("control token") << u"ctl_0123456789abcdef"_s << QString();
        QTest::newRow("Atlassian") << u"ATATT3xFfGF0canary"_s << QString();
        QTest::newRow("Notion") << u"ntn_canary123456"_s << QString();
        QTest::newRow("web token") << u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIi.c2ln"_s << QString();
        QTest::newRow("header") << u"canary"_s << u"Bearer "_s;
        QTest::newRow("basic") << u"YWRhOmNhbmFyeQ=="_s << u"Basic "_s;
        QTest::newRow("query") << u"canary"_s << u"?api_key="_s;
        QTest::newRow("code") << u"canary"_s << u"&code="_s;
        QTest::newRow("long") << u"Zm9vYmFyY2FuYXJ5MTIzNDU2Nzg5MGFiY2RlZg"_s << QString();
        QTest::newRow("hex") << u'1' + hex << QString();
    }
    void leavesSecretsOut()
    {
        QFETCH(QString, secret);
        QFETCH(QString, before);
        const QList<Entry> entries{
            {.title = {"Connection %1", {u"company.atlassian.net"_s}},
             .finding = {.verdict = Verdict::Problem,
                         .text = Sentence::of(u"It said: "_s + before + secret + u" is wrong."_s),
                         .remedy = Sentence::of(before + secret)}}};
        const QString text = report(u"Fairlead"_s, entries);
        QVERIFY2(!text.contains(secret), qPrintable(text));
        QVERIFY(text.contains("company.atlassian.net"_L1));
        QVERIFY(text.contains("is wrong"_L1));
    }

    void writesTheHomeFolderShort()
    {
        const QList<Entry> entries{
            {.title = {"Data folder"},
             .finding = {.text = Sentence::of(QDir::homePath() + u"/.local/share/fairlead"_s)}}};
        QVERIFY(report({}, entries).contains("~/.local/share/fairlead"_L1));
    }
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
