// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/undoing.h"

#include "server/base/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::undo {
namespace {

using providers::KeptWrite;

constexpr qsizetype longestValue = 10'000;
constexpr qsizetype longestName = 200;

tools::Caller personOf(const QString &userId)
{
    tools::Caller person;
    person.userId = userId;
    return person;
}

/** What differs from what was there before. */
QList<UndoLine> linesOf(const UndoStep &step,
                        const KeptWrite &write,
                        const QJsonObject &now,
                        const providers::UndoRules &rules)
{
    QStringList fields = write.before.keys() + now.keys() + write.after.value_or(now).keys();
    fields.sort();
    fields.removeDuplicates();
    QList<UndoLine> lines;
    for (const QString &field : std::as_const(fields)) {
        const QJsonValue is = now.value(field);
        const bool isChanged = !write.after || write.after->value(field) != is;
        if (is == write.before.value(field))
            continue;
        lines.append({.target = step.target,
                      .field = cleanedLine(field, longestName),
                      .kept = cleanedText(rules.shown(write.before.value(field)), longestValue),
                      .now = cleanedText(rules.shown(is), longestValue),
                      .isChanged = isChanged});
    }
    return lines;
}

Error changedSince(const UndoPreview &preview)
{
    QStringList fields;
    for (const UndoLine &line : preview.lines) {
        if (line.isChanged)
            fields.append(line.target.isEmpty() ? line.field
                                                : u"%1 of %2"_s.arg(line.field, line.target));
    }
    return {.code = ErrorCode::Conflict,
            .message = u"Nothing was undone: %1 changed since. Look at what was kept and at what "
                       "is there now, and undo it by force if that is still wanted."_s.arg(
                           fields.join(u", "_s))};
}

/** As it will be once a later write of the same call to the same thing is undone. */
void assume(QHash<QString, QJsonObject> &assumed, const QString &thing, const KeptWrite &write)
{
    QJsonObject &state = assumed[thing];
    for (auto field = write.before.begin(); field != write.before.end(); ++field)
        state.insert(field.key(), field.value());
}

} // namespace

Undoing::Undoing(UndoStore &store,
                 const WriteKeeper &keeper,
                 const connections::Connections &connections,
                 QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_connections(connections)
{}

Result<Undoing::Way> Undoing::wayOf(const UndoStep &step) const
{
    Way way;
    way.step = step;
    const auto connection = m_connections.findUsable(step.userId, step.connectionId);
    if (!connection)
        return failure(ErrorCode::NotFound,
                       u"It cannot be undone: the connection %1 is not there any more."_s.arg(
                           step.connectionName));
    way.connection = *connection;
    const auto write = m_store.writeOf(step);
    if (!write)
        return failure(write.error());
    way.write = *write;
    way.rules = m_keeper.rulesFor(connection->provider);
    way.kind = way.rules ? way.rules->find(write->kind) : nullptr;
    if (!way.kind || !way.kind->reading)
        return failure(ErrorCode::InvalidData,
                       u"It cannot be undone: this version of Fairlead does not know how."_s);
    const bool isUnknown =
        way.kind->begins == providers::UndoKind::Begins::Nothing && way.write.answer.isEmpty();
    if (isUnknown)
        return failure(
            ErrorCode::InvalidData,
            u"It cannot be undone: Fairlead or the network broke off while %1 ran, and "
            "what it made is not known. Look for it in %2."_s.arg(step.tool, connection->name));
    return way;
}

QCoro::Task<Result<Undoing::Plan>> Undoing::plan(QString userId,
                                                 QString callId,
                                                 CancellationToken cancellation)
{
    const auto steps = m_store.steps(userId, callId);
    if (!steps)
        co_return failure(steps.error());
    Plan plan;
    if (steps->isEmpty()) {
        plan.preview.state = UndoState::Expired;
        plan.preview.problem = u"What was there before is not kept any more."_s;
        co_return plan;
    }
    plan.preview.state = UndoState::Done;
    QHash<QString, QJsonObject> assumed; // by what is read
    for (const UndoStep &step : *steps) {
        if (step.state == UndoState::Done)
            continue;
        plan.preview.state = UndoState::Open;
        auto way = wayOf(step);
        if (!way)
            co_return failure(way.error());
        const auto now = co_await stateNow(
            *way->rules, way->write, way->connection, personOf(userId), cancellation);
        if (!now)
            co_return failure(now.error());
        way->now = *now;
        const QString thing = way->kind->reading(way->write).path;
        const QJsonObject known = assumed.value(thing);
        for (auto field = known.begin(); field != known.end(); ++field) {
            if (way->now.contains(field.key()))
                way->now.insert(field.key(), field.value());
        }
        plan.preview.lines += linesOf(step, way->write, way->now, *way->rules);
        assume(assumed, thing, way->write);
        plan.ways.append(*way);
    }
    if (plan.preview.state == UndoState::Done)
        plan.preview.problem = u"It is undone already."_s;
    for (const UndoLine &line : std::as_const(plan.preview.lines))
        plan.preview.isChanged = plan.preview.isChanged || line.isChanged;
    co_return plan;
}

QCoro::Task<Result<UndoPreview>> Undoing::look(QString userId,
                                               QString callId,
                                               CancellationToken cancellation)
{
    const auto planned = co_await plan(userId, callId, cancellation);
    if (planned)
        co_return planned->preview;
    const ErrorCode code = planned.error().code;
    if (code == ErrorCode::Storage || code == ErrorCode::SecretsUnavailable)
        co_return failure(planned.error());
    UndoPreview preview;
    preview.problem = planned.error().message;
    co_return preview;
}

QCoro::Task<Result<UndoPreview>> Undoing::undo(QString userId,
                                               QString callId,
                                               UndoForce force,
                                               CancellationToken cancellation)
{
    if (m_running.contains(callId))
        co_return failure(ErrorCode::Conflict, u"It is being undone just now."_s);
    m_running.insert(callId);
    auto undone = co_await undoOnce(userId, callId, force, cancellation);
    m_running.remove(callId);
    co_return undone;
}

QCoro::Task<Result<UndoPreview>> Undoing::undoOnce(QString userId,
                                                   QString callId,
                                                   UndoForce force,
                                                   CancellationToken cancellation)
{
    auto planned = co_await plan(userId, callId, cancellation);
    if (!planned)
        co_return failure(planned.error());
    if (planned->preview.state != UndoState::Open)
        co_return failure(ErrorCode::Conflict, planned->preview.problem);
    if (planned->preview.isChanged && force == UndoForce::No)
        co_return failure(changedSince(planned->preview));
    qsizetype done = 0;
    for (const Way &way : std::as_const(planned->ways)) {
        const auto carriedOut = co_await carryOut(way, cancellation);
        if (!carriedOut) {
            Error error = carriedOut.error();
            if (done > 0)
                error.message = u"Only %1 of %2 changes were undone. Then: %3"_s.arg(done)
                                    .arg(planned->ways.size())
                                    .arg(error.message);
            co_return failure(error);
        }
        ++done;
    }
    planned->preview.state = UndoState::Done;
    Q_EMIT undone(planned->ways.last().step);
    co_return planned->preview;
}

QCoro::Task<Result<>> Undoing::carryOut(Way way, CancellationToken cancellation)
{
    // Somebody has done it by hand, or a try before this one whose answer was lost.
    if (way.now == way.write.before)
        co_return m_store.setDone(way.step);
    if (way.kind->onlyUnchanged && way.write.after != way.now)
        co_return failure(ErrorCode::Conflict,
                          u"It cannot be undone: others have worked on it since. Delete it in %1 "
                          "if it shall go."_s.arg(way.connection.name));
    const tools::Caller person = personOf(way.step.userId);
    QJsonObject help;
    if (way.kind->helping) {
        const providers::RestCall reading = way.kind->helping(way.write);
        const auto body = co_await way.rules->send(way.connection, person, cancellation, reading);
        if (!body)
            co_return failure(body.error());
        help = QJsonDocument::fromJson(*body).object();
    }
    const auto inverse = way.kind->inverse(way.write, help);
    if (!inverse)
        co_return failure(inverse.error());
    const auto sent = co_await way.rules->send(way.connection, person, cancellation, *inverse);
    if (!sent)
        co_return failure(sent.error());
    co_return m_store.setDone(way.step);
}

} // namespace fairlead::undo
