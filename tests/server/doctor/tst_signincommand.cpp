// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/signincommand.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::SignInMethod;

class TestSignInCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheWayThatWasUsed_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("command");
        QTest::newRow("token") << int(SignInMethod::ApiToken)
                               << u"fairleadctl connect jira --url https://company.atlassian.net "
                                  "--email anna@company.com --token-stdin"_s;
        QTest::newRow("scoped token") << int(SignInMethod::ScopedApiToken)
                                      << u"fairleadctl connect jira --url "
                                         "https://company.atlassian.net "
                                         "--email anna@company.com --token-stdin"_s;
        QTest::newRow("browser")
            << int(SignInMethod::OAuth)
            << u"fairleadctl connect jira --oauth --reconnect company.atlassian.net"_s;
        QTest::newRow("integration")
            << int(SignInMethod::IntegrationToken) << u"fairleadctl connect jira --token-stdin"_s;
        QTest::newRow("key") << int(SignInMethod::ApiKey)
                             << u"fairleadctl connect jira --url https://company.atlassian.net "
                                "--token-stdin"_s;
    }

    void namesTheWayThatWasUsed()
    {
        QFETCH(int, method);
        QFETCH(QString, command);
        auto lost = connection();
        lost.method = SignInMethod(method);
        QCOMPARE(doctor::signInCommand(lost), command);
    }

    void namesTheSiteOfASentry()
    {
        auto lost = connection();
        lost.provider = u"sentry"_s;
        lost.method = SignInMethod::IntegrationToken;
        lost.site = QUrl(u"https://sentry.company.com"_s);
        QCOMPARE(doctor::signInCommand(lost),
                 u"fairleadctl connect sentry --url https://sentry.company.com --token-stdin"_s);
    }

    void quotesWhatAShellWouldUnderstand_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("word");
        QTest::newRow("spaces") << u"Acme Wiki"_s << u"'Acme Wiki'"_s;
        QTest::newRow("quote") << u"Anna's $(reboot)"_s << u"'Anna'\\''s $(reboot)'"_s;
        QTest::newRow("option") << u"--user"_s << u"'--user'"_s;
        QTest::newRow("lines") << u"a\nb"_s << u"'a b'"_s;
        QTest::newRow("nothing") << QString() << u"''"_s;
    }

    void quotesWhatAShellWouldUnderstand()
    {
        QFETCH(QString, name);
        QFETCH(QString, word);
        auto lost = connection();
        lost.method = SignInMethod::OAuth;
        lost.name = name;
        QCOMPARE(doctor::signInCommand(lost),
                 u"fairleadctl connect jira --oauth --reconnect "_s + word);
    }

    void saysNothingWhileNoSignInIsNeeded()
    {
        auto well = connection();
        well.state = connections::ConnectionState::Connected;
        QVERIFY(doctor::signInCommand(well).isEmpty());
        well.state = connections::ConnectionState::Unreachable;
        QVERIFY(doctor::signInCommand(well).isEmpty());
    }

private:
    static connections::Connection connection()
    {
        connections::Connection connection;
        connection.provider = u"jira"_s;
        connection.name = u"company.atlassian.net"_s;
        connection.site = QUrl(u"https://company.atlassian.net"_s);
        connection.account = u"anna@company.com"_s;
        connection.state = connections::ConnectionState::NeedsSignIn;
        return connection;
    }
};

QTEST_GUILESS_MAIN(TestSignInCommand)
#include "tst_signincommand.moc"
