// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectfields.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/openproject/openprojecttext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers::openproject;

class TestOpenProjectParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatIsSaidOfAWorkPackage_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("id");
        QTest::newRow("number") << u" 1528 "_s << u"1528"_s;
        QTest::newRow("hash") << u"#1528"_s << u"1528"_s;
        QTest::newRow("URL") << u"https://op.example/projects/web/work_packages/1528/overview"_s
                             << u"1528"_s;
        QTest::newRow("short URL") << u"https://op.example/wp/7"_s << u"7"_s;
        QTest::newRow("zero") << u"0"_s << QString();
        QTest::newRow("words") << u"the cart"_s << QString();
        QTest::newRow("other URL") << u"https://op.example/projects/3"_s << QString();
        QTest::newRow("path") << u"1/../2"_s << QString();
    }
    void understandsWhatIsSaidOfAWorkPackage()
    {
        QFETCH(QString, given);
        QTEST(workPackageId(given, "id"_L1).value_or(QString()), "id");
    }

    void saysWhatARefusalSays_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("code");
        QTest::newRow("one") << QByteArray(
            R"({"_type":"Error","errorIdentifier":"urn:openproject-org:api:v3:errors:NotFound","message":"Gone."})")
                             << u"Gone."_s << u"NotFound"_s;
        QTest::newRow("several") << QByteArray(
            R"({"errorIdentifier":"a:MultipleErrors","message":"Several.","_embedded":{"errors":[{"message":"One."},{"message":"Two."}]}})")
                                 << u"One. Two."_s << u"MultipleErrors"_s;
        QTest::newRow("a list") << QByteArray(
            R"({"errorIdentifier":"a:InvalidQuery","message":["No such filter.",7]})")
                                << u"No such filter."_s << u"InvalidQuery"_s;
        QTest::newRow("HTML") << QByteArray("<html>") << QString() << QString();
    }
    void saysWhatARefusalSays()
    {
        QFETCH(QByteArray, body);
        const auto problem = parser::problem({.status = 422, .headers = {}, .body = body});
        QTEST(problem.message, "message");
        QTEST(problem.code, "code");
    }

    void writesAndReadsSpans_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("words");
        QTest::newRow("hours") << 2.0 << u"PT2H"_s << u"2h"_s;
        QTest::newRow("and a half") << 1.5 << u"PT1H30M"_s << u"1h 30m"_s;
        QTest::newRow("a third") << 1.0 / 3 << u"PT0H20M"_s << u"20m"_s;
        QTest::newRow("nothing") << 0.0 << u"PT0H"_s << QString();
    }
    void writesAndReadsSpans()
    {
        QFETCH(double, hours);
        QFETCH(QString, iso);
        QCOMPARE(isoSpan(hours), iso);
        QTEST(text::span(iso), "words");
        QCOMPARE(text::span(u"P1DT2H"_s), u"1d 2h"_s);
        QCOMPARE(text::span(u"nonsense"_s), u"nonsense"_s);
    }

    void saysWhatDiffers()
    {
        WorkPackage before;
        before.subject = u"One"_s;
        before.status = {u"/1"_s, u"New"_s};
        before.percentDone = 10;
        WorkPackage after = before;
        QCOMPARE(text::differences(before, after), QString());
        after.subject = u"Two"_s;
        after.status.name = u"Closed"_s;
        after.assignee.name = u"Ada"_s;
        after.percentDone = 20;
        after.description = u"x"_s;
        QCOMPARE(text::differences(before, after),
                 u"subject One → Two; status New → Closed; assignee none → Ada; done 10 % → 20 %; "
                 "the description"_s);
    }

    void refusesWhatIsNoAnswer()
    {
        QVERIFY(!parser::user("{}"));
        QVERIFY(!parser::user(R"({"_type":"Error"})"));
        QVERIFY(!parser::workPackage(R"({"_type":"Error"})"));
        QVERIFY(!parser::workPackages("{}"));
        QVERIFY(!parser::projects(R"({"_embedded":{}})"));
        QVERIFY(!parser::names("<html>"));
        QVERIFY(!parser::activities("[]"));
        QVERIFY(parser::timeActivities("{}").value().isEmpty());
    }

    void readsTheActivitiesOfAForm()
    {
        const auto linked = parser::timeActivities(
            R"({"_embedded":{"schema":{"activity":{"_links":{"allowedValues":[{"href":"/a/1","title":"Work"}]}}}}})");
        QVERIFY(linked);
        QCOMPARE(linked->first(), (Named{u"/a/1"_s, u"Work"_s}));
    }
};

QTEST_GUILESS_MAIN(TestOpenProjectParser)
#include "tst_openprojectparser.moc"
