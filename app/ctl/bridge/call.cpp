// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/call.h"

#include "app/ctl/bridge/envelopescanner.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr int mostAttempts = 5;
constexpr std::chrono::milliseconds retryPause{250};
constexpr std::chrono::milliseconds listenPause{500};
constexpr int mostPages = 50;
constexpr int headerMismatch = -32020;

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray comparable(const QByteArray &id)
{
    return comparableId(QJsonDocument::fromJson('[' + id + ']').array().first());
}

} // namespace

Call::Call(Around around, RpcLine line)
    : m_around(around)
    , m_line(std::move(line))
{
    for (const QByteArray &id : std::as_const(m_line.requestIds))
        m_open.insert(comparable(id));
}

Call::~Call() = default;

bool Call::isInitialize() const
{
    return m_line.method == "initialize"_L1;
}

bool Call::isFor(const QByteArray &id) const
{
    return m_line.kind == RpcLine::Kind::Request && m_open.contains(id);
}

bool Call::isListening() const
{
    return m_line.method == "subscriptions/listen"_L1;
}

void Call::cancel()
{
    m_isCancelled = true;
    if (m_line.isStateless())
        hangUp();
}

void Call::hangUp()
{
    if (m_answers)
        m_answers->abort();
}

void Call::giveUp(const QString &message)
{
    refuse(message);
    m_isCancelled = true;
    hangUp();
}

void Call::refuse(const QString &message)
{
    m_around.client.tell(message);
    for (const QByteArray &id : std::as_const(m_line.requestIds)) {
        if (!m_isCancelled && m_open.contains(comparable(id)))
            m_around.client.refuse(id, BridgeCode::Unavailable, message);
    }
}

QCoro::Task<void> Call::run()
{
    const QPointer<Call> self(this);
    for (;;) {
        const Next next = co_await attempt();
        if (!self || next == Next::Done)
            co_return;
        if (++m_attempts == mostAttempts) {
            refuse(u"Fairlead was restarted again and again while it had this request. Try "
                   "again."_s);
            co_return;
        }
        co_await Gate::pause(m_wasGreeted ? listenPause : (m_attempts - 1) * retryPause);
        if (!self || m_isCancelled)
            co_return;
    }
}

QCoro::Task<Call::Next> Call::attempt()
{
    const QPointer<Call> self(this);
    const bool needsSession = !isInitialize() && !m_line.isStateless();
    // Listening is no reason to start a program that a person may have quit.
    if (isListening() && m_wasGreeted) {
        const auto isBack = co_await m_around.upstream.returned();
        if (!self || !isBack)
            co_return Next::Done;
    }
    const auto ready = co_await m_around.upstream.ready(needsSession ? Upstream::Need::Session
                                                                     : Upstream::Need::Instance);
    if (!self || m_isCancelled)
        co_return Next::Done;
    if (!ready) {
        refuse(ready.error().message);
        co_return Next::Done;
    }
    co_return co_await relay();
}

QCoro::Task<Call::Next> Call::relay()
{
    const QPointer<Call> self(this);
    const int life = m_around.upstream.life();
    m_life = life;
    const bool isMember = !isInitialize() && !m_line.isStateless();
    const QList<net::Header> headers =
        m_line.isStateless() ? m_around.headers.of(m_line) : QList<net::Header>();
    const auto as = isMember ? McpLink::As::Member : McpLink::As::Stranger;
    m_answers = std::make_unique<AnswerStream>(
        m_around.link, m_around.link.post(m_line.bytes, headers, as), AnswerStream::Use::Answer);
    for (;;) {
        const bool hasRoom = co_await m_around.client.room();
        if (!self || !hasRoom)
            co_return Next::Done;
        const Incoming incoming = co_await m_answers->next();
        if (!self)
            co_return Next::Done;
        if (incoming.kind != Incoming::Kind::Message)
            co_return co_await conclude(incoming, life);
        if (lacksHeaders(incoming)) {
            co_await learnHeaders();
            co_return Next::Again;
        }
        if (take(incoming.message))
            co_return Next::Done;
    }
}

QCoro::Task<Call::Next> Call::conclude(Incoming last, int life)
{
    const bool isOver =
        m_isCancelled || last.kind == Incoming::Kind::End || last.kind == Incoming::Kind::GivenUp;
    if (isOver)
        co_return Next::Done;
    if (last.kind == Incoming::Kind::Refused) {
        refuse(last.error.message);
        co_return Next::Done;
    }
    if (last.kind == Incoming::Kind::NotStarted || last.kind == Incoming::Kind::SessionLost) {
        const bool isInstance = last.kind == Incoming::Kind::NotStarted;
        m_around.upstream.setLost(life,
                                  isInstance ? Upstream::Loss::Instance : Upstream::Loss::Session);
        co_return Next::Again;
    }
    m_around.upstream.checkLoss(life);
    if (m_line.isRepeatable())
        co_return Next::Again;
    refuse(u"Fairlead ended or lost the connection while it worked on this. It may or may not have "
           "been done: look before you repeat it."_s);
    co_return Next::Done;
}

/** True when that was the last answer. */
bool Call::take(const QByteArray &message)
{
    EnvelopeScanner envelope;
    envelope.feed(message);
    const bool isArray = message.startsWith('[');
    if (!isArray && envelope.hasMethod()) {
        // Nobody could take the answer to a question of a session that is lost.
        const bool isLateQuestion = !envelope.id().isEmpty() && m_life != m_around.upstream.life();
        if (!m_isCancelled && !isLateQuestion && !isRepeatedGreeting(message))
            m_around.client.deliver(message);
        return false;
    }
    if (isArray)
        m_open.clear();
    else
        m_open.remove(comparable(envelope.id()));
    if (!isArray)
        takeAnswer(message);
    if (!m_isCancelled)
        m_around.client.deliver(message);
    return m_open.isEmpty();
}

void Call::takeAnswer(const QByteArray &message)
{
    const bool isLearnt = m_line.isStateless() && m_line.method == "tools/list"_L1;
    if (isLearnt)
        m_around.headers.learn(objectOf(message)["result"_L1].toObject());
    const bool isKept = !m_line.isStateless() && m_line.kind == RpcLine::Kind::Request;
    if (!isKept)
        return;
    const QJsonObject answer =
        isInitialize() || m_line.params.contains("uri"_L1) || m_line.method == "logging/setLevel"_L1
        ? objectOf(message)
        : QJsonObject();
    if (!answer["result"_L1].isObject())
        return;
    if (isInitialize())
        m_around.upstream.begin(m_line, answer["result"_L1].toObject(), m_answers->sessionId());
    else
        m_around.upstream.note(m_line);
}

bool Call::isRepeatedGreeting(const QByteArray &message)
{
    if (!isListening() || !message.contains("notifications/subscriptions/acknowledged"))
        return false;
    m_attempts = 0;
    if (!std::exchange(m_wasGreeted, true))
        return false;
    const QByteArrayList changes = changesOf(objectOf(message)["params"_L1].toObject());
    for (const QByteArray &change : changes)
        m_around.client.deliver(change);
    return true;
}

QByteArrayList Call::changesOf(const QJsonObject &greeting) const
{
    struct Kind
    {
        QLatin1StringView field;
        QLatin1StringView method;
    };
    constexpr std::array kinds{
        Kind{"toolsListChanged"_L1, "notifications/tools/list_changed"_L1},
        Kind{"promptsListChanged"_L1, "notifications/prompts/list_changed"_L1},
        Kind{"resourcesListChanged"_L1, "notifications/resources/list_changed"_L1},
    };
    QByteArrayList lines;
    for (const Kind &kind : kinds) {
        if (!greeting["notifications"_L1][kind.field].toBool())
            continue;
        const QJsonObject params{{u"_meta"_s, greeting["_meta"_L1]}};
        const QJsonObject message{
            {u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, kind.method}, {u"params"_s, params}};
        lines.append(QJsonDocument(message).toJson(QJsonDocument::Compact));
    }
    return lines;
}

bool Call::lacksHeaders(const Incoming &incoming) const
{
    if (m_hasLearnt || incoming.status != 400 || m_line.method != "tools/call"_L1)
        return false;
    return objectOf(incoming.message)["error"_L1]["code"_L1].toInt() == headerMismatch;
}

QCoro::Task<void> Call::learnHeaders()
{
    const QPointer<Call> self(this);
    m_hasLearnt = true;
    QJsonObject meta = m_line.params["_meta"_L1].toObject();
    meta.remove("progressToken"_L1);
    QJsonObject params{{u"_meta"_s, meta}};
    for (int page = 0; page < mostPages; ++page) {
        const QJsonObject request{{u"jsonrpc"_s, u"2.0"_s},
                                  {u"id"_s, u"fairlead-bridge"_s},
                                  {u"method"_s, u"tools/list"_s},
                                  {u"params"_s, params}};
        const auto line = RpcLine::parse(QJsonDocument(request).toJson(QJsonDocument::Compact));
        m_answers = std::make_unique<AnswerStream>(
            m_around.link,
            m_around.link.post(line->bytes, m_around.headers.of(*line), McpLink::As::Stranger),
            AnswerStream::Use::Answer);
        const Incoming incoming = co_await m_answers->next();
        if (!self || m_isCancelled)
            co_return;
        const QJsonObject result = objectOf(incoming.message)["result"_L1].toObject();
        m_around.headers.learn(result);
        if (!result["nextCursor"_L1].isString())
            co_return;
        params["cursor"_L1] = result["nextCursor"_L1];
    }
}

} // namespace fairlead::ctl
