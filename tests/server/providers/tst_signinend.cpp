// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/signinend.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using oauth::TokenFault;
using providers::SignInProblem;

class TestSignInEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProblemHasItsOwnSentenceAndOneNextStep()
    {
        QSet<QString> sentences;
        for (int i = int(SignInProblem::Cancelled); i <= int(SignInProblem::Other); ++i) {
            const auto end = providers::endFor(SignInProblem(i), u"Atlassian"_s);
            QCOMPARE(end.problem, SignInProblem(i));
            QVERIFY2(end.message.contains("Atlassian"_L1), qPrintable(end.message));
            QVERIFY(end.message.endsWith(u'.') && end.nextStep.endsWith(u'.'));
            QVERIFY(!end.nextStep.contains(u'%'));
            sentences.insert(end.message);
        }
        QCOMPARE(sentences.size(), int(SignInProblem::Other));
    }

    void tellsCallsThatFailedApart_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ErrorReason>("reason");
        QTest::addColumn<SignInProblem>("problem");
        const auto row = [](const char *name, ErrorCode code, ErrorReason reason, auto problem) {
            QTest::newRow(name) << code << reason << problem;
        };
        row("network", ErrorCode::Network, ErrorReason::None, SignInProblem::Network);
        row("proxy", ErrorCode::Network, ErrorReason::Proxy, SignInProblem::Proxy);
        row("TLS", ErrorCode::Tls, ErrorReason::None, SignInProblem::Tls);
        row("clock", ErrorCode::Tls, ErrorReason::CertificateTime, SignInProblem::ClockOff);
        row("timeout", ErrorCode::Timeout, ErrorReason::None, SignInProblem::Timeout);
        row("keychain", ErrorCode::SecretsUnavailable, ErrorReason::None, SignInProblem::Secrets);
        row("disk", ErrorCode::Storage, ErrorReason::None, SignInProblem::Secrets);
        row("refusal", ErrorCode::Forbidden, ErrorReason::None, SignInProblem::Refused);
        row("garbage", ErrorCode::InvalidData, ErrorReason::None, SignInProblem::Other);
    }

    void tellsCallsThatFailedApart()
    {
        QFETCH(ErrorCode, code);
        QFETCH(ErrorReason, reason);
        QFETCH(SignInProblem, problem);
        const Error error{.code = code, .message = u"It failed."_s, .reason = reason};
        const oauth::TokenFailure failed{TokenFault::None, error};
        QCOMPARE(providers::endFor(failed, u"Atlassian"_s).problem, problem);
        const auto end = providers::endFor(error, u"Atlassian"_s);
        QCOMPARE(end.problem, problem);
        QCOMPARE(end.message, u"It failed."_s);
        QVERIFY(!end.nextStep.isEmpty());
    }

    void readsWhatTheServiceSent_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<SignInProblem>("problem");
        QTest::newRow("denied") << u"access_denied"_s << SignInProblem::Denied;
        QTest::newRow("scope") << u"invalid_scope"_s << SignInProblem::MissingScope;
        QTest::newRow("client") << u"unauthorized_client"_s << SignInProblem::WrongClient;
        QTest::newRow("other") << u"server_error"_s << SignInProblem::Refused;
    }

    void readsWhatTheServiceSent()
    {
        QFETCH(QString, error);
        QFETCH(SignInProblem, problem);
        QCOMPARE(providers::endFor(error, {}, u"Atlassian"_s).problem, problem);
    }

    void cleansTheServicesOwnWords()
    {
        const auto end = providers::endFor(u"server_error"_s, u"no\u202e\nidea."_s, u"Atlassian"_s);
        QCOMPARE(end.message, u"Atlassian refused the sign-in: no idea."_s);
    }

    void readsFaultsOfTheExchange()
    {
        const auto problemOf = [](TokenFault fault) {
            const oauth::TokenFailure failed{fault, {.code = ErrorCode::Forbidden, .message = {}}};
            return providers::endFor(failed, u"Atlassian"_s).problem;
        };
        QCOMPARE(problemOf(TokenFault::InvalidGrant), SignInProblem::CodeUsed);
        QCOMPARE(problemOf(TokenFault::InvalidClient), SignInProblem::WrongClient);
        QCOMPARE(problemOf(TokenFault::Refused), SignInProblem::Refused);
    }

    void namesTheScopesThatAreMissing()
    {
        const auto end = providers::endForScopes({u"read:jira-work"_s}, u"Atlassian"_s);
        QCOMPARE(end.problem, SignInProblem::MissingScope);
        QVERIFY(end.message.contains("read:jira-work"_L1));
    }
};

QTEST_GUILESS_MAIN(TestSignInEnd)
#include "tst_signinend.moc"
