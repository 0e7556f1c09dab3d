// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/requeststate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::mcp;

/** What a client carries between two rounds: it counts unchanged, in its place and time only. */
class TestRequestState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensWhatItSealed();
    void ignoresWhatChangesFromRoundToRound();
    void refusesWhatWasChanged();
    void refusesWhatIsNoState_data();
    void refusesWhatIsNoState();
    void refusesWhatBelongsElsewhere_data();
    void refusesWhatBelongsElsewhere();
    void refusesWhatIsTooOld();
};

namespace {

constexpr qint64 now = 1'800'000'000;
const QJsonObject answers{{u"name"_s, QJsonObject{{u"action"_s, u"accept"_s}}}};

tools::Caller caller(const QString &key = u"key_1"_s)
{
    tools::Caller one;
    one.userId = u"usr_1"_s;
    one.keyId = key;
    return one;
}

QJsonObject params(const QString &tool = u"create"_s)
{
    return {{u"name"_s, tool}, {u"arguments"_s, QJsonObject{{u"project"_s, u"APP"_s}}}};
}

RequestState state(const QByteArray &secret = "secret")
{
    return {secret, u"tools/call"_s, params(), caller()};
}

} // namespace

void TestRequestState::opensWhatItSealed()
{
    QCOMPARE(state().open(state().seal(answers, now), now), std::optional(answers));
}

void TestRequestState::ignoresWhatChangesFromRoundToRound()
{
    QJsonObject again = params();
    again["_meta"_L1] = QJsonObject{{u"progressToken"_s, 2}};
    again["inputResponses"_L1] = answers;
    again["requestState"_L1] = u"x"_s;
    const RequestState next("secret", u"tools/call"_s, again, caller());
    QCOMPARE(next.open(state().seal(answers, now), now), std::optional(answers));
}

void TestRequestState::refusesWhatWasChanged()
{
    const QString sealed = state().seal(answers, now);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QString changed = sealed;
        changed[i] = changed[i] == u'A' ? u'B' : u'A';
        QVERIFY2(!state().open(changed, now), qPrintable(changed));
    }
}

void TestRequestState::refusesWhatIsNoState_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("no signature") << u"eyJ9"_s;
    QTest::newRow("only dots") << u".."_s;
    QTest::newRow("trailing part") << state().seal(answers, now) + u".x"_s;
    QTest::newRow("padded") << state().seal(answers, now) + u"="_s;
}

void TestRequestState::refusesWhatIsNoState()
{
    QFETCH(QString, text);
    QVERIFY(!state().open(text, now));
}

void TestRequestState::refusesWhatBelongsElsewhere_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("key");
    const auto call = u"tools/call"_s;
    QTest::newRow("another server") << "other"_ba << call << u"create"_s << u"key_1"_s;
    QTest::newRow("another method") << "secret"_ba << u"prompts/get"_s << u"create"_s << u"key_1"_s;
    QTest::newRow("another tool") << "secret"_ba << call << u"delete"_s << u"key_1"_s;
    QTest::newRow("another key") << "secret"_ba << call << u"create"_s << u"key_2"_s;
}

void TestRequestState::refusesWhatBelongsElsewhere()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, method);
    QFETCH(QString, tool);
    QFETCH(QString, key);
    const RequestState other(secret, method, params(tool), caller(key));
    QVERIFY(!other.open(state().seal(answers, now), now));
}

void TestRequestState::refusesWhatIsTooOld()
{
    const QString sealed = state().seal(answers, now);
    QVERIFY(state().open(sealed, now + 3600));
    QVERIFY(!state().open(sealed, now + 3601));
}

QTEST_GUILESS_MAIN(TestRequestState)
#include "tst_requeststate.moc"
