// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/changepreviews.h"

#include <QCoroTask>
#include <QCoroTimer>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;
using namespace std::chrono_literals;

namespace {

using Fields = Result<QList<ChangedField>>;

QCoro::Task<Fields> summary(ToolCall call)
{
    QList<ChangedField> fields;
    if (call.client || call.reportProgress)
        co_return failure(ErrorCode::Internal, u"It could ask somebody."_s);
    fields.append({.argument = u"summary"_s, .name = {}, .before = u"Old\u202E"_s});
    co_return fields;
}

QCoro::Task<Fields> refusing(ToolCall)
{
    co_return failure(ErrorCode::Forbidden, u"Jira does not show ABC-1."_s);
}

int endlessOnes = 0; ///< that have not ended

/** Answers only when it is told to stop. */
QCoro::Task<Fields> endless(ToolCall call)
{
    ++endlessOnes;
    const auto end = qScopeGuard([] { --endlessOnes; });
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(1h);
    call.cancellation.onCancelled(&timer, [&timer] { timer.start(0ms); });
    co_await timer;
    co_return QList<ChangedField>();
}

ToolCall callOf(const QString &tool)
{
    ToolCall call;
    call.tool = tool;
    call.reportProgress = [](const Progress &) {};
    return call;
}

ApprovalLine line(const QString &field,
                  const std::optional<QString> &before,
                  const std::optional<QString> &after)
{
    return {.field = field, .before = before, .after = after};
}

} // namespace

class TestChangePreviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsThereNow()
    {
        ChangePreviews previews;
        previews.add(u"update"_s, summary);
        const ChangePreview preview = QCoro::waitFor(previews.of(callOf(u"update"_s)));
        QCOMPARE(preview.problem, QString());
        QCOMPARE(preview.fields.size(), 1);
        QCOMPARE(preview.fields.first().before, u"Old"_s);
    }

    void knowsNothingOfOtherTools()
    {
        const ChangePreviews previews;
        const ChangePreview preview = QCoro::waitFor(previews.of(callOf(u"create"_s)));
        QVERIFY(preview.fields.isEmpty());
        QVERIFY(preview.problem.isEmpty());
    }

    void saysWhyItCouldNotBeRead()
    {
        ChangePreviews previews;
        previews.add(u"update"_s, refusing);
        QCOMPARE(QCoro::waitFor(previews.of(callOf(u"update"_s))).problem,
                 u"Jira does not show ABC-1."_s);
    }

    void waitsOnlySoLong()
    {
        ChangePreviews previews(10ms);
        previews.add(u"update"_s, endless);
        const ChangePreview preview = QCoro::waitFor(previews.of(callOf(u"update"_s)));
        QVERIFY(preview.problem.contains("in time"_L1));
        QVERIFY(preview.fields.isEmpty());
        QTRY_COMPARE(endlessOnes, 0);
    }

    void stopsWhenTheCallerLeaves()
    {
        ChangePreviews previews(1h);
        previews.add(u"update"_s, endless);
        const CancellationSource caller;
        ToolCall call = callOf(u"update"_s);
        call.cancellation = caller.token();
        auto reading = previews.of(std::move(call));
        caller.cancel();
        QVERIFY(QCoro::waitFor(std::move(reading)).fields.isEmpty());
        QTRY_COMPARE(endlessOnes, 0);
    }

    void showsEveryArgumentBesideWhatItReplaces()
    {
        const QJsonObject fields{{u"Story Points"_s, 3}, {u"Team"_s, u"Blue"_s}};
        const QJsonObject arguments{{u"key"_s, u"ABC-1"_s},
                                    {u"summary"_s, u"New"_s},
                                    {u"add_labels"_s, QJsonArray{u"a"_s}},
                                    {u"fields"_s, fields}};
        ChangePreview preview;
        preview.fields = {{.argument = u"summary"_s, .name = {}, .before = u"Old"_s},
                          {.argument = u"fields.Story Points"_s, .name = {}, .before = {}}};
        const QList<ApprovalLine> expected{line(u"fields.Story Points"_s, u""_s, u"3"_s),
                                           line(u"summary"_s, u"Old"_s, u"New"_s),
                                           line(u"add_labels"_s, {}, u"[\"a\"]"_s),
                                           line(u"fields.Team"_s, {}, u"Blue"_s),
                                           line(u"key"_s, {}, u"ABC-1"_s)};
        QVERIFY(approvalLines(arguments, preview) == expected);
    }

    void showsWhatGoesAway()
    {
        const QJsonObject arguments{{u"comment_id"_s, u"10"_s}};
        ChangePreview preview;
        preview.fields = {{.argument = {}, .name = u"Comment by Ada"_s, .before = u"Fine."_s}};
        const QList<ApprovalLine> expected{line(u"Comment by Ada"_s, u"Fine."_s, {}),
                                           line(u"comment_id"_s, {}, u"10"_s)};
        QVERIFY(approvalLines(arguments, preview) == expected);
    }

    void showsReplacementsAsTheyAre()
    {
        const QJsonObject first{{u"old"_s, u"a"_s}, {u"new"_s, u"b"_s}};
        const QJsonObject second{{u"old"_s, u"c"_s}, {u"new"_s, u""_s}, {u"all"_s, true}};
        const QJsonObject arguments{{u"edits"_s, QJsonArray{first, second}}};
        const QList<ApprovalLine> expected{line(u"edits 1"_s, u"a"_s, u"b"_s),
                                           line(u"edits 2 (all)"_s, u"c"_s, u""_s)};
        QVERIFY(approvalLines(arguments, {}) == expected);
    }

    void showsAListItemByItem()
    {
        const QJsonObject points{{u"Points"_s, 3}};
        const QJsonObject first{{u"fields"_s, points}, {u"summary"_s, u"One"_s}};
        const QJsonObject second{{u"summary"_s, u"Two"_s}};
        const QJsonObject arguments{{u"issues"_s, QJsonArray{first, second}}};
        const QList<ApprovalLine> expected{line(u"issues 1.fields.Points"_s, {}, u"3"_s),
                                           line(u"issues 1.summary"_s, {}, u"One"_s),
                                           line(u"issues 2.summary"_s, {}, u"Two"_s)};
        QVERIFY(approvalLines(arguments, {}) == expected);
    }

    void showsTheEndOfALongListInOneLine()
    {
        QJsonArray issues;
        for (int i = 1; i <= 12; ++i)
            issues.append(QJsonObject{{u"summary"_s, u"No. %1"_s.arg(i)}});
        const QList<ApprovalLine> lines = approvalLines(QJsonObject{{u"issues"_s, issues}}, {});
        QCOMPARE(lines.size(), 11);
        QVERIFY(lines.at(9) == line(u"issues 10.summary"_s, {}, u"No. 10"_s));
        QVERIFY(lines.last()
                == line(u"and 2 more of issues"_s,
                        {},
                        u"{\"summary\":\"No. 11\"}\n{\"summary\":\"No. 12\"}"_s));
    }

    void showsWhatOneArgumentReplacesInManyThings()
    {
        const QJsonObject arguments{{u"keys"_s, QJsonArray{u"A-1"_s, u"A-2"_s}},
                                    {u"project"_s, u"B"_s}};
        ChangePreview preview;
        preview.fields = {{.argument = u"project"_s, .name = u"A-1 project"_s, .before = u"A"_s},
                          {.argument = u"project"_s, .name = u"A-2 project"_s, .before = u"A"_s}};
        const QList<ApprovalLine> expected{line(u"A-1 project"_s, u"A"_s, u"B"_s),
                                           line(u"A-2 project"_s, u"A"_s, u"B"_s),
                                           line(u"keys"_s, {}, u"[\"A-1\",\"A-2\"]"_s),
                                           line(u"project"_s, {}, u"B"_s)};
        QVERIFY(approvalLines(arguments, preview) == expected);
    }

    void hidesNoSignsThatWouldMislead()
    {
        const QJsonObject arguments{{u"to\u001B[2J"_s, u"Done\u202Eenod\u001B[1A"_s}};
        const QList<ApprovalLine> lines = approvalLines(arguments, {});
        QCOMPARE(lines.first().field, u"to[2J"_s);
        QCOMPARE(*lines.first().after, u"Doneenod[1A"_s);
    }
};

QTEST_GUILESS_MAIN(TestChangePreviews)
#include "tst_changepreviews.moc"
