// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/questionids.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::ctl;

namespace {

const QByteArray question =
    R"({"id":"ask-1","method":"elicitation/create","params":{"id":"ask-1"}})"_ba;

RpcLine answer(const QByteArray &id)
{
    return *RpcLine::parse(R"({"jsonrpc":"2.0","result":{"id":9},"id":)" + id + '}');
}

} // namespace

class TestQuestionIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheFirstSessionAsItIs()
    {
        QuestionIds ids;
        QCOMPARE(ids.toClient(question), question);
        QCOMPARE(ids.toFairlead(answer(R"("ask-1")")), answer(R"("ask-1")").bytes);
    }

    void takesAnAnswerOnce()
    {
        QuestionIds ids;
        (void)ids.toClient(question);
        QVERIFY(!ids.toFairlead(answer(R"("ask-1")")).isEmpty());
        QVERIFY(ids.toFairlead(answer(R"("ask-1")")).isEmpty());
        QVERIFY(ids.toFairlead(answer("12")).isEmpty());
    }

    void aLateAnswerDoesNotAnswerTheNextSessionsQuestion()
    {
        QuestionIds ids;
        (void)ids.toClient(question);
        const QByteArrayList withdrawn = ids.startOver(u"Over."_s);
        QCOMPARE(withdrawn.size(), 1);
        QVERIFY(withdrawn.first().contains(R"("requestId":"ask-1")"));

        const auto renamed = RpcLine::parse(ids.toClient(question));
        QVERIFY(renamed->id != R"("ask-1")");
        QCOMPARE(renamed->params["id"_L1].toString(), u"ask-1"_s);
        QVERIFY(ids.toFairlead(answer(R"("ask-1")")).isEmpty());
        QCOMPARE(ids.toFairlead(answer(renamed->id)), answer(R"("ask-1")").bytes);
    }

    void aWithdrawalOfFairleadsNamesTheIdThatTheClientKnows()
    {
        QuestionIds ids;
        (void)ids.startOver(u"Over."_s);
        const auto renamed = RpcLine::parse(ids.toClient(question));
        const QByteArray withdrawal =
            R"({"method":"notifications/cancelled","params":{"requestId":"ask-1"}})"_ba;
        QVERIFY(ids.toClient(withdrawal).contains(R"("requestId":)" + renamed->id));
    }

    void leavesAnswersAndNotificationsAlone()
    {
        QuestionIds ids;
        (void)ids.startOver(u"Over."_s);
        for (const QByteArray &message : {R"({"id":1,"result":{"method":"x"}})"_ba,
                                          R"({"method":"notifications/message","params":{}})"_ba})
            QCOMPARE(ids.toClient(message), message);
    }
};

QTEST_GUILESS_MAIN(TestQuestionIds)
#include "tst_questionids.moc"
