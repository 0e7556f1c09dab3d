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

QByteArray fingerprintOf(const Caller &caller, const QString &tool, const QJsonObject &arguments)
{
    // QJsonObject sorts its members, so that the same arguments are the same text.
    return sha256Hex(caller.keyId.toUtf8() + '\n' + tool.toUtf8() + '\n'
                     + QJsonDocument(arguments).toJson(QJsonDocument::Compact));
}

QByteArray fingerprintOf(const ApprovalRequest &request)
{
    return fingerprintOf(request.caller, request.tool.name, request.arguments);
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
    bool isGone = false; ///< another instance has removed it
    QList<QPointer<QTimer>> waiting{}; ///< whose timeout wakes a call

    void wake() const
    {
        for (const QPointer<QTimer> &timer : waiting) {
            if (timer)
                timer->start(0ms);
        }
    }
};

Approvals::Presence::Presence(Approvals &approvals, QString userId)
    : m_approvals(&approvals)
    , m_userId(std::move(userId))
{
    if (++approvals.m_present[m_userId] == 1 && approvals.m_shared)
        approvals.m_shared->setPresent(m_userId, true);
}

Approvals::Presence::~Presence()
{
    if (!m_approvals || --m_approvals->m_present[m_userId] > 0)
        return;
    m_approvals->m_present.remove(m_userId);
    if (m_approvals->m_shared)
        m_approvals->m_shared->setPresent(m_userId, false);
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
    return m_present.contains(userId)
        || (m_shared != nullptr && m_shared->isSomebodyThere(userId).value_or(false));
}

bool Approvals::isGranted(const Caller &caller, const QString &tool) const
{
    return m_grants.contains(grantOf(caller, tool));
}

Result<> Approvals::refresh()
{
    if (!m_shared)
        return {};
    // An answer counts only after use() has said so.
    const auto entries = m_shared->list();
    if (!entries)
        return failure(entries.error());
    QSet<QString> open;
    bool isNews = false;
    for (const SharedQuestions::Entry &entry : *entries) {
        // Before they are dropped: a call may wait here for an answer that was used there.
        if (entry.isUsed)
            isNews = takeIn(entry) || isNews;
        else
            open.insert(entry.id);
    }
    QList<QuestionPointer> gone;
    for (const auto &[fingerprint, question] : m_questions) {
        // What is over is endOld()'s, which says so.
        if (!open.contains(question->request.id) && question->request.endsAt > m_clock.now())
            gone.append(question);
    }
    for (const QuestionPointer &question : std::as_const(gone))
        drop(question);
    isNews = isNews || !gone.isEmpty();
    for (const SharedQuestions::Entry &entry : *entries)
        isNews = (!entry.isUsed && takeIn(entry)) || isNews;
    if (isNews) {
        watchEnds();
        Q_EMIT changed();
    }
    return {};
}

bool Approvals::takeIn(const SharedQuestions::Entry &entry)
{
    const auto known = std::ranges::find_if(
        m_questions, [&entry](const auto &each) { return each.second->request.id == entry.id; });
    if (known != m_questions.end()) {
        const bool isNews = entry.answer && !known->second->answer;
        if (isNews)
            note(known->second, *entry.answer);
        return isNews;
    }
    const bool isGrant = entry.answer == ApprovalAnswer::Session;
    if (entry.isUsed && (!isGrant || m_grants.values().contains(entry.id)))
        return false;
    const auto request = m_shared->read(entry.id);
    if (!request)
        return false;
    auto question = std::make_shared<Question>();
    question->request = *request;
    if (entry.answer)
        note(question, *entry.answer);
    if (!entry.isUsed)
        m_questions.emplace(fingerprintOf(*request), question);
    return true;
}

void Approvals::drop(const QuestionPointer &question)
{
    const auto known = m_questions.find(fingerprintOf(question->request));
    if (known == m_questions.end() || known->second != question)
        return;
    question->isGone = true;
    question->wake();
    m_questions.erase(known);
}

/** Null: there is none about this call. */
Approvals::QuestionPointer Approvals::find(const ToolCall &call) const
{
    const auto known = m_questions.find(fingerprintOf(call.caller, call.tool, call.arguments));
    return known == m_questions.end() ? nullptr : known->second;
}

/** Null when the key asks too much already. */
Result<Approvals::QuestionPointer> Approvals::newQuestion(const ToolDefinition &tool,
                                                          const ToolCall &call,
                                                          const ChangePreview &change)
{
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
    const QByteArray fingerprint = fingerprintOf(question->request);
    if (m_shared) {
        const auto isFirst = m_shared->put(fingerprint, question->request);
        if (!isFirst)
            return failure(isFirst.error());
        if (!*isFirst) {
            refresh();
            return find(call);
        }
    }
    m_questions.emplace(fingerprint, question);
    watchEnds();
    Q_EMIT asked(question->request);
    Q_EMIT changed();
    return question;
}

bool Approvals::isKnown(const ToolCall &call) const
{
    return find(call) != nullptr;
}

Result<Approvals::Standing> Approvals::put(const ToolDefinition &tool,
                                           const ToolCall &call,
                                           const ChangePreview &change)
{
    refresh();
    QuestionPointer question = find(call);
    if (!question) {
        if (isGranted(call.caller, call.tool))
            return Standing::Approved;
        if (!isSomebodyThere(call.caller.userId))
            return Standing::NobodyThere;
        const auto made = newQuestion(tool, call, change);
        if (!made)
            return failure(made.error());
        question = *made;
    }
    if (!question)
        return Standing::TooMany;
    if (!question->answer)
        return Standing::Unanswered;
    return question->answer == ApprovalAnswer::Deny ? Standing::Denied : Standing::Approved;
}

QCoro::Task<Result<Approvals::Standing>> Approvals::ask(ToolDefinition tool, ToolCall call)
{
    auto before = put(tool, call);
    const QuestionPointer question = find(call);
    if (!before || !question)
        co_return before;
    const qint64 until = m_clock.monotonicMs() + waitForAnswer.count();
    for (double turn = 1; !question->answer && !question->isGone && m_clock.monotonicMs() < until;
         ++turn) {
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
    if (!question->answer || !use(question))
        co_return Standing::Unanswered;
    co_return question->answer == ApprovalAnswer::Deny ? Standing::Denied : Standing::Approved;
}

/** Whether a call may take this answer. It counts once; the same call later is another one. */
bool Approvals::use(const QuestionPointer &question)
{
    const bool isOnce = question->answer == ApprovalAnswer::Once;
    const bool wasUsed = std::exchange(question->isUsed, true);
    // A yes to one call is for the first of all instances; any other answer for all who wait.
    const bool isOurs =
        wasUsed || m_shared == nullptr || m_shared->use(question->request.id).value_or(false);
    drop(question);
    return !isOnce || (isOurs && !wasUsed);
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
    refresh();
    const auto found = std::ranges::find_if(m_questions, [&](const auto &each) {
        const ApprovalRequest &request = each.second->request;
        return request.id == id && request.caller.userId == userId && !each.second->answer;
    });
    const auto isFirst =
        found != m_questions.end() && m_shared ? m_shared->answer(id, answer) : Result<bool>(true);
    if (!isFirst)
        return failure(isFirst.error());
    if (found == m_questions.end() || !*isFirst)
        return failure(ErrorCode::NotFound,
                       u"There is no such question, or it was answered already, or its time is "
                       "over."_s);
    const QuestionPointer question = found->second;
    note(question, answer);
    Q_EMIT settled(question->request, answer, false);
    Q_EMIT changed();
    return question->request;
}

void Approvals::note(const QuestionPointer &question, ApprovalAnswer answer)
{
    const ApprovalRequest &request = question->request;
    question->answer = answer;
    if (answer == ApprovalAnswer::Session)
        m_grants.insert(grantOf(request.caller, request.tool.name), request.id);
    question->wake();
}

void Approvals::forgetKey(const QString &keyId)
{
    m_grants.removeIf([start = keyId.toUtf8() + '\n'](const auto &grant) {
        return grant.key().startsWith(start);
    });
    settleAll([&keyId](const ApprovalRequest &request) { return request.caller.keyId == keyId; });
    if (m_shared)
        m_shared->forgetKey(keyId);
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
        const ApprovalRequest &request = question->request;
        const bool isOurs = m_shared == nullptr || m_shared->remove(request.id).value_or(false);
        if (question->answer)
            continue;
        note(question, ApprovalAnswer::Deny);
        if (isOurs)
            Q_EMIT settled(request, ApprovalAnswer::Deny, true);
        Q_EMIT changed();
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
