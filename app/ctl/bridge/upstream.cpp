// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/upstream.h"

#include "app/ctl/bridge/envelopescanner.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr int connectTries = 5;
constexpr auto connectTime = std::chrono::minutes(3);
constexpr std::chrono::milliseconds firstPause{200};
constexpr std::chrono::milliseconds longestPause{30'000};
const QString restarted = u"Fairlead was restarted."_s;

Error ending()
{
    return {.code = ErrorCode::Cancelled, .message = u"The bridge is ending."_s};
}

Error notTaken(const Incoming &answer)
{
    if (!answer.error.message.isEmpty())
        return answer.error;
    return {.code = ErrorCode::Network,
            .message = u"Fairlead was restarted and could not be reached again. Try again."_s};
}

} // namespace

Upstream::Upstream(InstanceLocator &locator, McpLink &link, ClientPort &client, QObject *parent)
    : QObject(parent)
    , m_locator(locator)
    , m_link(link)
    , m_client(client)
{
    m_link.setCheck([this] { return m_locator.isStillThere(); });
}

Upstream::~Upstream()
{
    m_link.setCheck({});
}

bool Upstream::isReady(Need need) const
{
    const bool needsSession = need == Need::Session && m_memory.hasBegun();
    return m_link.hasUrl() && (!needsSession || m_link.session());
}

QCoro::Task<Result<>> Upstream::ready(Need need)
{
    const QPointer<Upstream> self(this);
    if (!m_isConnecting && m_link.hasUrl())
        checkLoss(m_life);
    while (!isReady(need)) {
        if (m_isConnecting) {
            (void)co_await m_connected.passed(connectTime);
            if (!self)
                co_return failure(ending());
            if (!isReady(Need::Instance))
                co_return failure(m_problem);
            continue;
        }
        m_isConnecting = true;
        const auto connected = co_await connectNow(need);
        if (!self)
            co_return failure(ending());
        m_isConnecting = false;
        if (!connected)
            m_problem = connected.error();
        m_connected.pulse();
        if (!connected)
            co_return failure(connected.error());
    }
    co_return Result<>();
}

QCoro::Task<Result<>> Upstream::connectNow(Need need)
{
    const QPointer<Upstream> self(this);
    Error problem;
    for (int tried = 0; tried < connectTries; ++tried) {
        if (!m_link.hasUrl()) {
            const auto url = co_await m_locator.running();
            if (!self)
                co_return failure(ending());
            if (!url)
                co_return failure(url.error());
            m_link.setUrl(*url);
        }
        if (isReady(need))
            co_return Result<>();
        const auto begun = co_await beginAgain();
        if (!self)
            co_return failure(ending());
        if (begun)
            co_return Result<>();
        problem = begun.error();
        if (problem.code != ErrorCode::Network)
            break;
        m_link.setUrl(std::nullopt);
        leaveSession(restarted);
        m_locator.setLost();
    }
    co_return failure(problem);
}

QCoro::Task<Result<>> Upstream::beginAgain()
{
    const QPointer<Upstream> self(this);
    const Incoming answer = co_await exchange(m_memory.initialize(), McpLink::As::Stranger);
    if (!self)
        co_return failure(ending());
    if (const auto taken = takeInitialized(answer, m_newSessionId); !taken)
        co_return failure(taken.error());
    const QByteArrayList replay = m_memory.replay();
    for (const QByteArray &message : replay) {
        const Incoming replayed = co_await exchange(message, McpLink::As::Member);
        if (!self)
            co_return failure(ending());
        if (replayed.kind != Incoming::Kind::Message && replayed.kind != Incoming::Kind::End)
            co_return failure(notTaken(replayed));
    }
    const QByteArrayList changes = m_memory.changes();
    for (const QByteArray &message : changes)
        m_client.deliver(message);
    startListening();
    co_return Result<>();
}

Result<> Upstream::takeInitialized(const Incoming &answer, const QByteArray &sessionId)
{
    if (answer.kind != Incoming::Kind::Message)
        return failure(notTaken(answer));
    const QJsonObject message = QJsonDocument::fromJson(answer.message).object();
    if (message.contains("error"_L1))
        return failure(ErrorCode::InvalidData, message["error"_L1]["message"_L1].toString());
    const QByteArray revision = message["result"_L1]["protocolVersion"_L1].toString().toLatin1();
    if (revision != m_memory.revision())
        return failure(ErrorCode::Conflict,
                       u"Fairlead was replaced by a version that speaks another revision of MCP "
                       "(%1). Start the client anew."_s.arg(QString::fromLatin1(revision)));
    m_link.setSession(McpSession{.id = sessionId, .revision = revision});
    return {};
}

QCoro::Task<Incoming> Upstream::exchange(QByteArray message, McpLink::As as)
{
    const QPointer<Upstream> self(this);
    AnswerStream answers(m_link, m_link.post(message, {}, as), AnswerStream::Use::Notice);
    for (;;) {
        const Incoming incoming = co_await answers.next();
        if (!self)
            co_return Incoming{.kind = Incoming::Kind::GivenUp};
        m_newSessionId = answers.sessionId();
        // What is said beside the answer is of no use to a client that did not ask.
        EnvelopeScanner envelope;
        envelope.feed(incoming.message);
        if (!envelope.hasMethod())
            co_return incoming;
    }
}

QCoro::Task<Result<>> Upstream::returned()
{
    const QPointer<Upstream> self(this);
    const auto url = co_await m_locator.returned();
    if (!self || !url)
        co_return failure(ending());
    co_return Result<>();
}

void Upstream::setLost(int life, Loss loss)
{
    if (life != m_life)
        return;
    ++m_life;
    leaveSession(restarted);
    m_lastHeard.clear();
    if (loss == Loss::Instance) {
        m_link.setUrl(std::nullopt);
        m_locator.setLost();
    }
    if (m_listening)
        m_listening->abort();
}

void Upstream::checkLoss(int life)
{
    if (life == m_life && !m_link.isStillThere())
        setLost(life, Loss::Instance);
}

void Upstream::leaveSession(const QString &why)
{
    if (!m_link.session())
        return;
    m_link.setSession(std::nullopt);
    // Now and not with the next session, which counts its questions from one again: an answer that
    // waits for it would answer another question.
    m_client.startOver(why);
}

void Upstream::begin(const RpcLine &initialize,
                     const QJsonObject &result,
                     const QByteArray &sessionId)
{
    m_memory.begin(initialize, result);
    m_link.setSession(McpSession{.id = sessionId, .revision = m_memory.revision()});
}

void Upstream::setInitialized(const RpcLine &notification)
{
    if (!m_memory.hasBegun() || m_memory.isInitialized())
        return;
    m_memory.setInitialized(notification.bytes);
    startListening();
}

QCoro::Task<void> Upstream::end()
{
    const bool hasSession = m_link.session() && m_link.isStillThere();
    const net::StreamedResponsePointer removal = hasSession ? m_link.remove() : nullptr;
    ++m_life;
    leaveSession(u"The session is over."_s);
    m_memory = {};
    m_lastHeard.clear();
    if (m_listening)
        m_listening->abort();
    constexpr std::chrono::milliseconds time{500};
    // A session ends by itself after a while too, so a failure here matters to nobody.
    if (removal)
        (void)co_await removal->head(time);
}

void Upstream::startListening()
{
    if (m_memory.isInitialized())
        QCoro::connect(listen(m_life), this, [] {});
}

QCoro::Task<void> Upstream::listen(int life)
{
    const QPointer<Upstream> self(this);
    std::chrono::milliseconds pause = firstPause;
    for (;;) {
        const Incoming last = co_await hear(life);
        if (!self || life != m_life)
            co_return;
        if (const auto loss = lossBy(last)) {
            co_await restore(life, *loss);
            co_return;
        }
        // 405: this server has nothing to say of its own accord; 401: the next call tells it.
        if (last.status == 405 || last.status == 401)
            co_return;
        pause = m_hasHeard ? firstPause : std::min(2 * pause, longestPause);
        co_await Gate::pause(std::max(pause, m_retryTime));
        if (!self || life != m_life)
            co_return;
        // It may have gone in the meantime, and its lock a moment after its connections.
        if (!m_link.isStillThere()) {
            co_await restore(life, Loss::Instance);
            co_return;
        }
    }
}

std::optional<Upstream::Loss> Upstream::lossBy(const Incoming &last) const
{
    if (last.kind == Incoming::Kind::SessionLost)
        return Loss::Session;
    const bool isGone = last.kind == Incoming::Kind::NotStarted
        || (last.kind == Incoming::Kind::Broken && !m_link.isStillThere());
    return isGone ? std::optional(Loss::Instance) : std::nullopt;
}

QCoro::Task<Incoming> Upstream::hear(int life)
{
    const QPointer<Upstream> self(this);
    m_hasHeard = false;
    const auto mine = std::make_unique<AnswerStream>(
        m_link, m_link.listen(m_lastHeard), AnswerStream::Use::Listening);
    m_listening = mine.get();
    for (;;) {
        const bool hasRoom = co_await m_client.room();
        if (!self || !hasRoom)
            co_return Incoming{.kind = Incoming::Kind::GivenUp};
        const Incoming incoming = co_await mine->next();
        if (!self)
            co_return Incoming{.kind = Incoming::Kind::GivenUp};
        if (life != m_life || incoming.kind != Incoming::Kind::Message) {
            m_retryTime = mine->retryTime().value_or(firstPause);
            co_return incoming;
        }
        m_hasHeard = true;
        m_lastHeard = mine->lastEventId();
        m_client.deliver(incoming.message);
    }
}

QCoro::Task<void> Upstream::restore(int life, Loss loss)
{
    const QPointer<Upstream> self(this);
    setLost(life, loss);
    // Nobody asked for anything: whoever has quit Fairlead does not find it started again.
    const auto isBack = co_await returned();
    if (!self || !isBack || m_life != life + 1)
        co_return;
    // A failure is told to the client with its next request.
    (void)co_await ready(Need::Session);
}

} // namespace fairlead::ctl
