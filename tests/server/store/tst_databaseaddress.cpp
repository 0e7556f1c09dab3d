// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/databaseaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::store;

class TestDatabaseAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhereTheServerIs()
    {
        const auto address = DatabaseAddress::ofServer(
            u"postgresql://fair%20lead@db.example.com:5433/team?sslmode=verify-full&sslrootcert=/etc/ca.pem"_s);
        QVERIFY(address);
        QVERIFY(!address->isFile());
        QCOMPARE(address->user(), u"fair lead"_s);
        QCOMPARE(address->host(), u"db.example.com"_s);
        QCOMPARE(address->port(), 5433);
        QCOMPARE(address->name(), u"team"_s);
        QCOMPARE(address->parameters().value(u"sslmode"_s), u"verify-full"_s);
        QCOMPARE(address->parameters().value(u"sslrootcert"_s), u"/etc/ca.pem"_s);
        QCOMPARE(address->shown(), u"postgresql://fair lead@db.example.com:5433/team"_s);
    }

    void encryptsWhatLeavesThisComputer_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("mode");
        QTest::newRow("another computer") << u"postgresql://a@db.example.com/x"_s << u"require"_s;
        QTest::newRow("by its number") << u"postgresql://a@10.0.0.5/x"_s << u"require"_s;
        QTest::newRow("looks like this one")
            << u"postgresql://a@127.0.0.1.example/x"_s << u"require"_s;
        QTest::newRow("in a parameter")
            << u"postgresql://a@/x?host=db.example.com"_s << u"require"_s;
        QTest::newRow("an authority")
            << u"postgresql:///x?sslrootcert=/ca.pem"_s << u"verify-full"_s;
        QTest::newRow("as it says") << u"postgresql://a@db/x?sslmode=disable"_s << u"disable"_s;
        QTest::newRow("this one") << u"postgresql://a@localhost/x"_s << QString();
        QTest::newRow("its number") << u"postgresql://a@[::1]/x"_s << QString();
        QTest::newRow("a socket") << u"postgres://a@/x?host=/run/postgresql"_s << QString();
    }

    void encryptsWhatLeavesThisComputer()
    {
        QFETCH(const QString, url);
        const auto address = DatabaseAddress::ofServer(url);
        QVERIFY(address);
        QTEST(address->parameters().value(u"sslmode"_s), "mode");
    }

    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("word");
        QTest::newRow("password") << u"postgresql://a:hunter2@db/x"_s << u"password-file"_s;
        QTest::newRow("password as a parameter")
            << u"postgresql://a@db/x?password=hunter2"_s << u"password-file"_s;
        QTest::newRow("another kind") << u"mysql://a@db/x"_s << u"PostgreSQL"_s;
        QTest::newRow("a file") << u"/var/lib/fairlead.db"_s << u"PostgreSQL"_s;
        QTest::newRow("no name") << u"postgresql://a@db/"_s << u"names no database"_s;
        QTest::newRow("settings of the server")
            << u"postgresql://a@db/x?options=-cfsync=off"_s << u"“options”"_s;
        QTest::newRow("two in one")
            << u"postgresql://a@db/x?sslcert=/a;sslmode=disable"_s << u"semicolon"_s;
        QTest::newRow("hosts") << u"postgresql:///x?host=/run/x,db2"_s << u"several hosts"_s;
        QTest::newRow("fragment") << u"postgresql://a@db/x#y"_s << u"#"_s;
    }

    void refusesWhatItCannotUse()
    {
        QFETCH(const QString, url);
        QFETCH(const QString, word);
        const auto address = DatabaseAddress::ofServer(url);
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
        QVERIFY2(address.error().message.contains(word), qPrintable(address.error().message));
        QVERIFY(!address.error().message.contains("hunter2"_L1));
    }

    void shownAsTheFileThatItIs()
    {
        const auto address = DatabaseAddress::ofFile(u"/home/anna/fairlead.db"_s);
        QVERIFY(address.isFile());
        QCOMPARE(address.shown(), u"/home/anna/fairlead.db"_s);
    }
};

QTEST_GUILESS_MAIN(TestDatabaseAddress)
#include "tst_databaseaddress.moc"
