// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/sitechoice.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestSiteChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTheSites()
    {
        const QString question = ctl::siteQuestion(sites());
        QVERIFY(question.contains(u"  1  company.atlassian.net\n"_s));
        QVERIFY(question.contains(u"  2  other.atlassian.net (connected already)\n"_s));
    }

    void understandsNumbers_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("ids");
        QTest::newRow("one") << u"2"_s << u"b"_s;
        QTest::newRow("several") << u"2, 1"_s << u"b a"_s;
        QTest::newRow("spaces") << u" 1 3 "_s << u"a c"_s;
        QTest::newRow("twice") << u"1,1"_s << u"a"_s;
        QTest::newRow("all") << u"all"_s << u"a b c"_s;
        QTest::newRow("none") << u""_s << QString();
        QTest::newRow("zero") << u"0"_s << QString();
        QTest::newRow("too many") << u"4"_s << QString();
        QTest::newRow("a word") << u"1,x"_s << QString();
    }

    void understandsNumbers()
    {
        QFETCH(QString, answer);
        QFETCH(QString, ids);
        const auto chosen = ctl::sitesByNumber(sites(), answer);
        QCOMPARE(chosen.value_or(QStringList()).join(u' '), ids);
        QCOMPARE(chosen.has_value(), !ids.isEmpty());
    }

    void findsSitesByNameOrId()
    {
        const QStringList names{u"Company.Atlassian.Net"_s, u"c"_s};
        QCOMPARE(ctl::sitesByName(sites(), names).value(), (QStringList{u"a"_s, u"c"_s}));
        const QStringList wrong{u"nowhere"_s};
        const auto refused = ctl::sitesByName(sites(), wrong);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"nowhere"_s));
        QVERIFY(refused.error().message.contains(u"third.atlassian.net"_s));
    }

private:
    static QJsonArray sites()
    {
        return {site(u"a"_s, u"company.atlassian.net"_s, false),
                site(u"b"_s, u"other.atlassian.net"_s, true),
                site(u"c"_s, u"third.atlassian.net"_s, false)};
    }

    static QJsonObject site(const QString &id, const QString &name, bool isConnected)
    {
        return {{u"id"_s, id}, {u"name"_s, name}, {u"is_connected"_s, isConnected}};
    }
};

QTEST_GUILESS_MAIN(TestSiteChoice)
#include "tst_sitechoice.moc"
