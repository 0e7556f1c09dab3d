// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The load of the benchmarks: clients that cost next to nothing, so that it is the server that is
// measured. Takes one line of JSON, makes `warmup` calls, says "warm", waits for a line, makes
// `calls` calls and prints
// {"seconds", "times"}: of all together, and of each in ms. The members of its line:
//   port                           on 127.0.0.1
//   keys                           of each client; @KEY@ in every text below
//   stream                         for HTTP+SSE: asks for the stream, whose first event becomes
//   @TARGET@ initialize, initialized, call  requests; @SESSION@ is the line that names the session,
//   where there is one sign                           what is in the right answer to `call`
#include "tests/benchmarks/wire.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <iostream>
#include <memory>
#include <string>

using namespace Qt::StringLiterals;
using namespace fairlead::benchmarks;
using Clock = std::chrono::steady_clock;

namespace {

/** One client with its session; one call at a time. */
class Client
{
public:
    Client(const QJsonObject &plan, const QByteArray &key);

    [[nodiscard]] QList<Wire *> wires();

    void call();
    /** Reads what is there on this wire; true when the call is answered. */
    [[nodiscard]] bool read(Wire &wire);
    [[nodiscard]] double milliseconds() const
    {
        return std::chrono::duration<double, std::milli>(Clock::now() - m_began).count();
    }

private:
    QByteArray exchange(const QByteArray &request);
    QByteArray nextEvent();
    void check(const QByteArray &answer);

    Wire m_wire;
    std::unique_ptr<Wire> m_stream;
    QByteArray m_call;
    QByteArray m_sign;
    Clock::time_point m_began;
    bool m_isTaken = false;
    bool m_isAnswered = false;
};

Client::Client(const QJsonObject &plan, const QByteArray &key)
    : m_wire(Wire::connectTo(quint16(plan["port"_L1].toInt())))
    , m_sign(plan["sign"_L1].toString().toUtf8())
{
    QByteArray target;
    QByteArray session;
    const auto text = [&](QLatin1StringView name) {
        QByteArray bytes = plan[name].toString().toUtf8();
        return bytes.replace("@KEY@", key)
            .replace("@TARGET@", target)
            .replace("@SESSION@", session);
    };
    if (plan.contains("stream"_L1)) {
        m_stream = std::make_unique<Wire>(Wire::connectTo(quint16(plan["port"_L1].toInt())));
        m_stream->send(text("stream"_L1));
        target = nextEvent();
    }
    const QByteArray id = headerField(exchange(text("initialize"_L1)), "mcp-session-id");
    if (m_stream)
        nextEvent();
    if (!id.isEmpty())
        session = "Mcp-Session-Id: " + id + "\r\n";
    if (m_stream || !id.isEmpty())
        exchange(text("initialized"_L1));
    m_call = text("call"_L1);
}

QByteArray Client::exchange(const QByteArray &request)
{
    m_wire.send(request);
    for (;;) {
        if (!m_wire.read())
            fail("the server closed the connection.");
        if (const QByteArray answer = m_wire.takeMessage(); !answer.isNull())
            return answer;
    }
}

QByteArray Client::nextEvent()
{
    for (;;) {
        if (const QByteArray event = m_stream->takeEvent(); !event.isNull())
            return event;
        if (!m_stream->read())
            fail("the server closed the stream.");
    }
}

void Client::call()
{
    m_isTaken = false;
    m_isAnswered = false;
    m_began = Clock::now();
    m_wire.send(m_call);
}

QList<Wire *> Client::wires()
{
    return m_stream ? QList<Wire *>{&m_wire, m_stream.get()} : QList<Wire *>{&m_wire};
}

bool Client::read(Wire &wire)
{
    const bool isStream = &wire == m_stream.get();
    if (!wire.read())
        fail("the server closed a connection.");
    const QByteArray answer = isStream ? wire.takeEvent() : wire.takeMessage();
    if (answer.isNull())
        return false;
    const bool isWanted = isStream || !m_stream;
    if (isWanted)
        check(answer);
    (isWanted ? m_isAnswered : m_isTaken) = true;
    return m_isAnswered && (m_isTaken || !m_stream);
}

void Client::check(const QByteArray &answer)
{
    if (!answer.contains(m_sign) || answer.contains("\"isError\":true"))
        fail(("that is no answer to the call:\n" + answer.left(500)).constData());
}

struct Outcome
{
    double seconds = 0;
    QJsonArray times;
};

using Clients = std::vector<std::unique_ptr<Client>>;

/** So many calls by all of them, each client's next one as soon as its last is answered. */
Outcome run(const Clients &clients,
            const Watch &watch,
            const QHash<const Wire *, Client *> &owners,
            int calls)
{
    Outcome outcome;
    const auto began = Clock::now();
    int started = 0;
    const auto next = [&](Client &client) {
        if (started++ < calls)
            client.call();
    };
    for (const auto &client : clients)
        next(*client);
    while (outcome.times.size() < calls) {
        for (Wire *const wire : watch.wait()) {
            Client &client = *owners[wire];
            if (client.read(*wire)) {
                outcome.times.append(client.milliseconds());
                next(client);
            }
        }
    }
    outcome.seconds = std::chrono::duration<double>(Clock::now() - began).count();
    return outcome;
}

} // namespace

int main()
{
    std::string line;
    std::getline(std::cin, line);
    const QJsonObject plan = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();

    Clients clients;
    Watch watch;
    QHash<const Wire *, Client *> owners;
    for (const QJsonValue &key : plan["keys"_L1].toArray()) {
        const auto &client =
            clients.emplace_back(std::make_unique<Client>(plan, key.toString().toUtf8()));
        for (Wire *const wire : client->wires()) {
            watch.add(*wire);
            owners.insert(wire, client.get());
        }
    }
    static_cast<void>(run(clients, watch, owners, plan["warmup"_L1].toInt()));
    std::cout << "\"warm\"" << std::endl; // NOLINT(performance-avoid-endl): somebody waits for it
    std::getline(std::cin, line);
    const Outcome outcome = run(clients, watch, owners, plan["calls"_L1].toInt());
    const QJsonObject answer{{u"seconds"_s, outcome.seconds}, {u"times"_s, outcome.times}};
    std::cout << QJsonDocument(answer).toJson(QJsonDocument::Compact).constData() << '\n';
    return 0;
}
