// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/writekeeper.h"

#include "server/base/ids.h"
#include "server/tools/calltarget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::undo {
namespace {

Q_LOGGING_CATEGORY(lcKeeper, "fairlead.server.undo.keeper")

using providers::KeptWrite;
using providers::UndoKind;
using providers::UndoRules;

/** One of JSON that may also be no more than a string. */
QJsonValue jsonOf(const QByteArray &body)
{
    const QJsonArray around = QJsonDocument::fromJson('[' + body + ']').array();
    return around.size() == 1 ? around.first() : QJsonValue();
}

/** Whether the service said that it did not do it. */
bool isRefused(const Result<net::Response> &response)
{
    if (response)
        return response->status >= 300 && response->status < 500;
    const ErrorCode code = response.error().code;
    return code == ErrorCode::Network || code == ErrorCode::Tls || code == ErrorCode::InvalidInput
        || code == ErrorCode::RateLimited || code == ErrorCode::Unauthorized;
}

bool isDone(const Result<net::Response> &response)
{
    return response && response->status >= 200 && response->status < 300;
}

/** The door for one caller's requests over one connection. */
class SeenDoor final : public net::HttpClient
{
public:
    SeenDoor(WriteKeeper &keeper, tools::Caller caller, connections::Connection connection)
        : m_keeper(keeper)
        , m_caller(std::move(caller))
        , m_connection(std::move(connection))
    {}

    QCoro::Task<Result<net::Response>> send(net::Request request) override
    {
        if (request.method == "GET")
            return m_keeper.send(std::move(request));
        return m_keeper.carryOut(m_caller, m_connection, std::move(request));
    }

private:
    WriteKeeper &m_keeper;
    tools::Caller m_caller;
    connections::Connection m_connection;
};

UndoStep stepOf(const tools::Caller &caller,
                const connections::Connection &connection,
                const QString &path)
{
    tools::LoggedNotes &notes = *tools::CallLog::notesOf(caller);
    if (notes.undoCall.isEmpty())
        notes.undoCall = newId(u"cal_");
    return {.id = {},
            .callId = notes.undoCall,
            .userId = caller.userId,
            .connectionId = connection.id,
            .connectionName = connection.name,
            .keyId = caller.keyId,
            .keyPrefix = caller.keyPrefix,
            .clientName = caller.clientName,
            .tool = notes.tool,
            .target = tools::targetsIn(path).join(u' ')};
}

/** What is known of a write before it is sent. */
KeptWrite unsent(const providers::FoundKind &found,
                 const QString &path,
                 const net::Request &request)
{
    return {.kind = found.kind->name(),
            .path = path,
            .ids = found.ids,
            .query = request.url.query(QUrl::FullyEncoded),
            .body = jsonOf(request.body)};
}

void warn(const QString &what, const Error &error)
{
    qCWarning(lcKeeper).noquote() << what << error.message;
}

} // namespace

QCoro::Task<Result<QJsonObject>> stateNow(const UndoRules &rules,
                                          KeptWrite write,
                                          connections::Connection connection,
                                          tools::Caller caller,
                                          CancellationToken cancellation)
{
    const UndoKind *kind = rules.find(write.kind);
    const providers::RestCall reading = kind->reading(write);
    if (reading.path.isEmpty())
        co_return failure(ErrorCode::InvalidInput, u"It does not say what it concerns."_s);
    const auto body = co_await rules.send(connection, caller, cancellation, reading);
    if (!body && body.error().code == ErrorCode::NotFound)
        co_return QJsonObject();
    if (!body)
        co_return failure(body.error());
    const QJsonDocument thing = QJsonDocument::fromJson(*body);
    if (!thing.isObject())
        co_return failure(ErrorCode::InvalidData, u"The service's answer cannot be understood."_s);
    co_return kind->state(write, thing.object());
}

WriteKeeper::WriteKeeper(UndoStore &store, net::HttpClient &door)
    : m_store(store)
    , m_door(door)
{}

void WriteKeeper::add(UndoRules rules)
{
    const QString provider = rules.provider;
    m_rules.insert_or_assign(provider, std::move(rules));
}

const UndoRules *WriteKeeper::rulesFor(const QString &provider) const
{
    const auto found = m_rules.find(provider);
    return found == m_rules.end() ? nullptr : &found->second;
}

QCoro::Task<Result<net::Response>> WriteKeeper::send(net::Request request)
{
    return m_door.send(std::move(request));
}

std::shared_ptr<net::HttpClient> WriteKeeper::seeing(tools::Caller caller,
                                                     connections::Connection connection)
{
    return std::make_shared<SeenDoor>(*this, std::move(caller), std::move(connection));
}

QCoro::Task<Result<net::Response>> WriteKeeper::carryOut(tools::Caller caller,
                                                         connections::Connection connection,
                                                         net::Request request)
{
    const tools::LoggedNotes *notes = tools::CallLog::notesOf(caller);
    const bool isKept =
        m_store.isOn() && notes != nullptr && providers::isToolOf(notes->tool, connection.provider);
    const UndoRules *rules = isKept ? rulesFor(connection.provider) : nullptr;
    const QString path = request.url.path().mid(connection.apiBase.path().size());
    const providers::FoundKind found =
        rules ? providers::kindOf(rules->kinds, request.method, path) : providers::FoundKind();
    if (!found.kind || !found.kind->reading)
        co_return co_await m_door.send(std::move(request));
    const UndoKind &kind = *found.kind;
    KeptWrite write = unsent(found, path, request);
    if (kind.begins == UndoKind::Begins::Existing) {
        const auto before =
            co_await stateNow(*rules, write, connection, caller, request.cancellation);
        if (!before) {
            warn(u"What was there before a write could not be read, so it cannot be undone:"_s,
                 before.error());
            co_return co_await m_door.send(std::move(request));
        }
        write.before = *before;
    }
    const auto step = m_store.add(stepOf(caller, connection, path), write);
    if (!step)
        warn(u"What was there before a write could not be kept:"_s, step.error());
    const CancellationToken cancellation = request.cancellation;
    const auto response = co_await m_door.send(std::move(request));
    if (!step)
        co_return response;
    if (isRefused(response))
        forget(*step, *tools::CallLog::notesOf(caller));
    if (!isDone(response))
        co_return response;
    const QJsonObject answer = jsonOf(response->body).toObject();
    write.answer = kind.begins == UndoKind::Begins::Nothing ? answer : QJsonObject();
    if (kind.ends == UndoKind::Ends::Answered) {
        write.after = kind.state(write, answer);
    } else {
        // Before the caller hears of it, and may write again.
        const auto after = co_await stateNow(*rules, write, connection, caller, cancellation);
        if (after)
            write.after = *after;
    }
    const auto settled =
        kind.parts ? m_store.split(*step, kind.parts(write)) : m_store.settle(*step, write);
    if (!settled)
        warn(u"What came of a write could not be kept:"_s, settled.error());
    co_return response;
}

void WriteKeeper::forget(const UndoStep &step, tools::LoggedNotes &notes)
{
    if (const auto removed = m_store.remove(step); !removed)
        warn(u"What was kept of a write that was refused:"_s, removed.error());
    const auto left = m_store.steps(step.userId, step.callId);
    if (left && left->isEmpty())
        notes.undoCall.clear();
}

} // namespace fairlead::undo
