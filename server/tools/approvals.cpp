// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/approvals.h"

#include "server/base/ids.h"

#include <QCoroTimer>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::tools {
namespace {

constexpr std::array answerNames{"once"_L1, "session"_L1, "always"_L1, "deny"_L1};

/** Longer than most clients wait; they get the answer with the same call made again. */
constexpr std::chrono::milliseconds waitForAnswer = 2min;
constexpr std::chrono::milliseconds reportInterval = 10s;
constexpr std::chrono::seconds questionLife = 10min;
constexpr std::ptrdiff_t mostOfAKey = 20;
// A timer does not see that the clock was set or the computer slept.
constexpr std::chrono::milliseconds longestWatch = 60s;

QByteArray fingerprintOf(const ToolCall &call)
{
    // QJsonObject sorts its members, so that the same arguments are the same text.
    return sha256Hex(call.caller.keyId.toUtf8() + '\n' + call.tool.toUtf8() + '\n'
                     + QJsonDocument(call.arguments).toJson(QJsonDocument::Compact));
}

QByteArray grantOf(const Caller &caller, const QString &tool)
{
    return caller.keyId.toUtf8() + '\n' + tool.toUtf8() + '\n' + caller.clientName.toUtf8();
}

} // namespace

QLatin1StringView answerName(ApprovalAnswer answer)
{
    return answerNames.at(static_cast<size_t>(answer));
}

std::optional<ApprovalAnswer> answerFromName(QStringView name)
{
    const auto found = std::find(answerNames.begin(), answerNames.end(), name);
    if (found == answerNames.end())
        return std::nullopt;
    return ApprovalAnswer(found - answerNames.begin());
}

struct Approvals::Question
{
    ApprovalRequest request;
    std::optional<ApprovalAnswer> answer{}; ///< of one that nobody has fetched yet
    bool isUsed = false; ///< a yes to one call lets one call run
    QList<QPointer<QTimer>> waiting{}; ///< whose timeout wakes a call
};

Approvals::Presence::Presence(Approvals &approvals, QString userId)
    : m_approvals(&approvals)
    , m_userId(std::move(userId))
{
    ++approvals.m_present[m_userId];
}

Approvals::Presence::~Presence()
{
    if (m_approvals && --m_approvals->m_present[m_userId] == 0)
        m_approvals->m_present.remove(m_userId);
}

Approvals::Approvals(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_endTimer.setSingleShot(true);
    connect(&m_endTimer, &QTimer::timeout, this, &Approvals::endOld);
}

Approvals::~Approvals() = default;

bool Approvals::isSomebodyThere(const QString &userId) const
{
    return m_present.contains(userId);
}

bool Approvals::isGranted(const Caller &caller, const QString &tool) const
{
    return m_grants.contains(grantOf(caller, tool));
}

/** The question about this call, new or known; null when the key asks too much already. */
Approvals::QuestionPointer Approvals::questionOf(const ToolDefinition &tool,
                                                 const ToolCall &call,
                                                 const ChangePreview &change)
{
    const QByteArray fingerprint = fingerprintOf(call);
    if (const auto known = m_questions.find(fingerprint); known != m_questions.end())
        return known->second;
    const auto ofKey = std::ranges::count_if(m_questions, [&](const auto &each) {
        return each.second->request.caller.keyId == call.caller.keyId && !each.second->answer;
    });
    if (ofKey >= mostOfAKey)
        return nullptr;
    const QDateTime now = m_clock.now();
    auto question = std::make_shared<Question>();
    question->request = {.id = newId(u"apr_"),
                         .caller = call.caller,
                         .tool = tool,
                         .arguments = call.arguments,
                         .change = change,
                         .askedAt = now,
                         .endsAt = now.addSecs(questionLife.count())};
    question->request.caller.notes.reset();
    m_questions.emplace(fingerprint, question);
    watchEnds();
    Q_EMIT asked(question->request);
    Q_EMIT changed();
    return question;
}

bool Approvals::isKnown(const ToolCall &call) const
{
    return m_questions.contains(fingerprintOf(call));
}

Approvals::Standing Approvals::put(const ToolDefinition &tool,
                                   const ToolCall &call,
                                   const ChangePreview &change)
{
    if (!isKnown(call) && !isSomebodyThere(call.caller.userId))
        return Standing::NobodyThere;
    const QuestionPointer question = questionOf(tool, call, change);
    if (!question)
        return Standing::TooMany;
    if (!question->answer)
        return Standing::Unanswered;
    return question->answer == ApprovalAnswer::Deny ? Standing::Denied : Standing::Approved;
}

QCoro::Task<Approvals::Standing> Approvals::ask(ToolDefinition tool, ToolCall call)
{
    const QByteArray fingerprint = fingerprintOf(call);
    const Standing before = put(tool, call);
    if (before == Standing::NobodyThere || before == Standing::TooMany)
        co_return before;
    const QuestionPointer question = questionOf(tool, call, {});
    const qint64 until = m_clock.monotonicMs() + waitForAnswer.count();
    for (double turn = 1; !question->answer && m_clock.monotonicMs() < until; ++turn) {
        if (call.cancellation.isCancelled())
            co_return Standing::Unanswered;
        if (call.reportProgress)
            call.reportProgress(
                {.progress = turn,
                 .total = {},
                 .message = u"Waiting for an answer in Fairlead: may %1 run?"_s.arg(call.tool)});
        QTimer turnEnd;
        turnEnd.setSingleShot(true);
        turnEnd.start(reportInterval);
        question->waiting.removeAll(nullptr);
        question->waiting.append(&turnEnd);
        call.cancellation.onCancelled(&turnEnd, [&turnEnd] { turnEnd.start(0ms); });
        co_await turnEnd;
    }
    const bool isOnce = question->answer == ApprovalAnswer::Once;
    if (!question->answer || (std::exchange(question->isUsed, true) && isOnce))
        co_return Standing::Unanswered;
    // It counts once; the same call later is another one.
    if (const auto known = m_questions.find(fingerprint);
        known != m_questions.end() && known->second == question)
        m_questions.erase(known);
    co_return question->answer == ApprovalAnswer::Deny ? Standing::Denied : Standing::Approved;
}

QList<ApprovalRequest> Approvals::pending(const QString &userId) const
{
    QList<ApprovalRequest> requests;
    for (const auto &[fingerprint, question] : m_questions) {
        if (question->request.caller.userId == userId && !question->answer)
            requests.append(question->request);
    }
    std::ranges::sort(requests, {}, &ApprovalRequest::askedAt);
    return requests;
}

Result<ApprovalRequest> Approvals::answer(const QString &userId,
                                          const QString &id,
                                          ApprovalAnswer answer)
{
    const auto found = std::ranges::find_if(m_questions, [&](const auto &each) {
        const ApprovalRequest &request = each.second->request;
        return request.id == id && request.caller.userId == userId && !each.second->answer;
    });
    if (found == m_questions.end())
        return failure(ErrorCode::NotFound,
                       u"There is no such question, or it was answered already, or its time is "
                       "over."_s);
    const QuestionPointer question = found->second;
    settle(question, answer, false);
    return question->request;
}

void Approvals::settle(const QuestionPointer &question, ApprovalAnswer answer, bool isLate)
{
    question->answer = answer;
    if (answer == ApprovalAnswer::Session)
        m_grants.insert(grantOf(question->request.caller, question->request.tool.name));
    for (const QPointer<QTimer> &timer : std::as_const(question->waiting)) {
        if (timer)
            timer->start(0ms);
    }
    Q_EMIT settled(question->request, answer, isLate);
    Q_EMIT changed();
}

void Approvals::forgetKey(const QString &keyId)
{
    m_grants.removeIf([start = keyId.toUtf8() + '\n'](const QByteArray &grant) {
        return grant.startsWith(start);
    });
    settleAll([&keyId](const ApprovalRequest &request) { return request.caller.keyId == keyId; });
}

void Approvals::endOld()
{
    const QDateTime now = m_clock.now();
    settleAll([&now](const ApprovalRequest &request) { return request.endsAt <= now; });
    watchEnds();
}

/** Those that nobody has answered count as refused. */
void Approvals::settleAll(const std::function<bool(const ApprovalRequest &)> &isOver)
{
    QList<QuestionPointer> over;
    std::erase_if(m_questions, [&](const auto &each) {
        if (!isOver(each.second->request))
            return false;
        over.append(each.second);
        return true;
    });
    for (const QuestionPointer &question : std::as_const(over)) {
        if (!question->answer)
            settle(question, ApprovalAnswer::Deny, true);
    }
}

void Approvals::watchEnds()
{
    if (m_questions.empty())
        return;
    QDateTime next = m_questions.begin()->second->request.endsAt;
    for (const auto &[fingerprint, question] : m_questions)
        next = std::min(next, question->request.endsAt);
    const std::chrono::milliseconds left(std::max<qint64>(m_clock.now().msecsTo(next), 0));
    m_endTimer.start(std::min(left + 10ms, longestWatch));
}

} // namespace fairlead::tools
