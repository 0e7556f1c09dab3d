// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/bridge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype mostQueued = 64;
constexpr qsizetype mostQueuedBytes = 8LL * 1024 * 1024;
constexpr size_t mostCalls = 256;
constexpr qsizetype mostHeldBytes = 32LL * 1024 * 1024;
// Together less than the two seconds in which a client expects us gone.
constexpr std::chrono::milliseconds lastAnswersTime{900};
constexpr std::chrono::milliseconds lastBytesTime{300};
constexpr int notifyTries = 3;

} // namespace

Bridge::Bridge(StdioChannel &channel,
               ClientPort &client,
               Call::Around around,
               InstanceLocator &locator,
               std::optional<Error> keyProblem,
               QObject *parent)
    : QObject(parent)
    , m_channel(channel)
    , m_client(client)
    , m_locator(locator)
    , m_around(around)
    , m_keyProblem(std::move(keyProblem))
{
    connect(&m_channel, &StdioChannel::lineReceived, this, &Bridge::receive);
    connect(&m_channel, &StdioChannel::lineRefused, this, &Bridge::refuseLine);
    connect(&m_channel, &StdioChannel::inputEnded, this, &Bridge::stop);
    connect(&m_channel, &StdioChannel::outputClosed, this, &Bridge::stop);
}

Bridge::~Bridge() = default;

void Bridge::start()
{
    m_isReading = true;
    m_channel.setReading(true);
}

void Bridge::receive(const QByteArray &line)
{
    if (m_isEnding)
        return;
    const auto parsed = RpcLine::parse(line);
    if (!parsed) {
        const bool isJson = parsed.error().code == ErrorCode::InvalidInput;
        m_client.refuse(QByteArray(),
                        isJson ? BridgeCode::InvalidRequest : BridgeCode::ParseError,
                        parsed.error().message);
        return;
    }
    m_queue.enqueue(*parsed);
    m_idle.close();
    balance();
    if (!m_isWorking)
        QCoro::connect(work(), this, [] {});
}

void Bridge::refuseLine(const QByteArray &id, bool isRequest)
{
    const QString message =
        u"This message is larger than the 4 MiB that Fairlead takes. Send less at once."_s;
    m_client.tell(message);
    if (isRequest)
        m_client.refuse(id, BridgeCode::InvalidRequest, message);
}

QCoro::Task<void> Bridge::work()
{
    const QPointer<Bridge> self(this);
    m_isWorking = true;
    while (!m_queue.isEmpty()) {
        RpcLine line = m_queue.dequeue();
        balance();
        co_await pass(std::move(line));
        if (!self)
            co_return;
    }
    m_isWorking = false;
    checkIdle();
}

QCoro::Task<void> Bridge::pass(RpcLine line)
{
    if (m_keyProblem) {
        m_client.tell(m_keyProblem->message);
        m_client.refuse(line, BridgeCode::Unavailable, m_keyProblem->message);
        co_return;
    }
    switch (line.kind) {
    case RpcLine::Kind::Request:
    case RpcLine::Kind::Batch:
        co_return co_await startCall(std::move(line));
    case RpcLine::Kind::Response:
        if (QByteArray answer = m_client.answerForFairlead(line); !answer.isEmpty())
            co_await notify(std::move(line), std::move(answer));
        co_return;
    case RpcLine::Kind::Notification:
        break;
    }
    if (line.method == "notifications/cancelled"_L1)
        co_return co_await cancel(std::move(line));
    QByteArray body = line.bytes;
    co_await notify(std::move(line), std::move(body));
}

QCoro::Task<void> Bridge::startCall(RpcLine line)
{
    if (m_calls.size() >= mostCalls || heldBytes() + line.bytes.size() > mostHeldBytes) {
        m_client.refuse(line,
                        BridgeCode::Unavailable,
                        u"Too much is under way already. Wait for an answer, then try again."_s);
        co_return;
    }
    const QPointer<Bridge> self(this);
    const bool isInitialize = line.method == "initialize"_L1;
    if (isInitialize) {
        giveUpCalls(Which::OfTheSession, u"The client has begun a new session."_s);
        co_await m_around.upstream.end();
        if (!self)
            co_return;
    }
    const quint64 number = ++m_lastCall;
    m_calls.emplace(number, std::make_unique<Call>(m_around, std::move(line)));
    auto running = runCall(number);
    if (isInitialize)
        co_await running;
    else
        QCoro::connect(std::move(running), this, [] {});
}

QCoro::Task<void> Bridge::runCall(quint64 number)
{
    const QPointer<Bridge> self(this);
    co_await m_calls.at(number)->run();
    if (!self)
        co_return;
    m_calls.erase(number);
    checkIdle();
}

QCoro::Task<void> Bridge::notify(RpcLine line, QByteArray body)
{
    const QPointer<Bridge> self(this);
    // Without a session there is nobody to tell.
    for (int tried = 0; m_around.upstream.hasSession() && tried < notifyTries; ++tried) {
        const auto ready = co_await m_around.upstream.ready(Upstream::Need::Session);
        if (!self || !ready)
            co_return;
        const int life = m_around.upstream.life();
        AnswerStream answers(m_around.link,
                             m_around.link.post(body, {}, McpLink::As::Member),
                             AnswerStream::Use::Notice);
        const Incoming incoming = co_await answers.next();
        if (!self)
            co_return;
        const bool isNew = incoming.kind == Incoming::Kind::NotStarted
            || incoming.kind == Incoming::Kind::SessionLost;
        if (isNew) {
            m_around.upstream.setLost(life,
                                      incoming.kind == Incoming::Kind::NotStarted
                                          ? Upstream::Loss::Instance
                                          : Upstream::Loss::Session);
            // A new session does not know the question that this would answer.
            if (line.kind == RpcLine::Kind::Response)
                co_return;
            continue;
        }
        if (line.method == "notifications/initialized"_L1)
            m_around.upstream.setInitialized(line);
        co_return;
    }
}

QCoro::Task<void> Bridge::cancel(RpcLine line)
{
    const QPointer<Bridge> self(this);
    const QByteArray id = comparableId(line.params["requestId"_L1]);
    const auto isMeant = [&id](const auto &entry) { return entry.second->isFor(id); };
    const auto found = std::ranges::find_if(m_calls, isMeant);
    if (found == m_calls.end() || found->second->line().method == "initialize"_L1)
        co_return;
    const quint64 number = found->first;
    const bool isStateless = found->second->line().isStateless();
    found->second->cancel();
    if (isStateless)
        co_return;
    QByteArray body = line.bytes;
    co_await notify(std::move(line), std::move(body));
    if (!self)
        co_return;
    // The notification may have overtaken its request, which Fairlead would then go on with.
    if (const auto late = m_calls.find(number); late != m_calls.end())
        late->second->hangUp();
}

void Bridge::stop()
{
    if (std::exchange(m_isEnding, true))
        return;
    m_channel.setReading(false);
    QCoro::connect(endInOrder(), this, [this] { Q_EMIT finished(); });
}

void Bridge::giveUpCalls(Which which, const QString &why)
{
    std::vector<quint64> numbers;
    for (const auto &[number, call] : m_calls) {
        if (which == Which::All || !call->line().isStateless())
            numbers.push_back(number);
    }
    // Each may take itself out of the map at once.
    for (const quint64 number : numbers) {
        const auto call = m_calls.find(number);
        if (call != m_calls.end() && call->second->isListening())
            call->second->cancel();
        else if (call != m_calls.end())
            call->second->giveUp(why);
    }
}

QCoro::Task<void> Bridge::endInOrder()
{
    const QPointer<Bridge> self(this);
    (void)co_await m_idle.passed(lastAnswersTime);
    if (!self)
        co_return;
    m_queue.clear();
    m_locator.stop();
    giveUpCalls(Which::All, u"The client has closed its end, and Fairlead was not done."_s);
    co_await m_around.upstream.end();
    if (!self)
        co_return;
    (void)co_await m_channel.everythingSent(lastBytesTime);
}

void Bridge::checkIdle()
{
    if (isIdle() && !m_idle.isOpen())
        m_idle.open();
}

bool Bridge::isIdle() const
{
    return m_queue.isEmpty() && !m_isWorking && std::ranges::all_of(m_calls, [](const auto &entry) {
               return entry.second->isListening();
           });
}

void Bridge::balance()
{
    qsizetype bytes = 0;
    for (const RpcLine &line : std::as_const(m_queue))
        bytes += line.bytes.size();
    const bool mayRead = !m_isEnding && m_queue.size() < mostQueued && bytes < mostQueuedBytes;
    if (mayRead != m_isReading) {
        m_isReading = mayRead;
        m_channel.setReading(mayRead);
    }
}

qsizetype Bridge::heldBytes() const
{
    qsizetype bytes = 0;
    for (const auto &[number, call] : m_calls)
        bytes += call->line().bytes.size();
    return bytes;
}

} // namespace fairlead::ctl
