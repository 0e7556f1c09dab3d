// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/undoing.h"

#include "server/base/text.h"

#include <QJsonDocument>

#include <algorithm>

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

/** "summary of ABC-1, status of ABC-1" */
QString changedFields(const QList<UndoLine> &lines)
{
    QStringList fields;
    for (const UndoLine &line : lines) {
        if (line.isChanged)
            fields.append(line.target.isEmpty() ? line.field
                                                : u"%1 of %2"_s.arg(line.field, line.target));
    }
    return fields.join(u", "_s);
}

QString changedSince(const QList<UndoLine> &lines)
{
    return changedFields(lines) + u" changed since."_s;
}

/** Of many things none could be put back. */
Error nothingUndone(const QList<UndoItem> &items)
{
    QStringList reasons;
    for (const UndoItem &item : items) {
        if (!item.problem.isEmpty())
            reasons.append(u"%1: %2"_s.arg(item.target, item.problem));
    }
    return {.code = ErrorCode::Conflict, .message = u"Nothing was undone. "_s + reasons.join(u' ')};
}

UndoItem outcomeOf(UndoItem item, UndoForce force, const Result<> &done)
{
    using enum UndoItem::Standing;
    if (done)
        return {.target = item.target, .standing = Restored, .problem = {}};
    const bool isLeft = item.standing == Changed && force == UndoForce::No;
    item.standing = isLeft ? Changed : Impossible;
    item.problem = done.error().message;
    return item;
}

bool isOurFault(ErrorCode code)
{
    return code == ErrorCode::Storage || code == ErrorCode::SecretsUnavailable;
}

/** As it will be once a later write of the same call to the same thing is undone. */
void assume(QHash<QString, QJsonObject> &assumed, const QString &thing, const KeptWrite &write)
{
    QJsonObject &state = assumed[thing];
    for (auto field = write.before.begin(); field != write.before.end(); ++field)
        state.insert(field.key(), field.value());
}

} // namespace

QLatin1StringView standingName(UndoItem::Standing standing)
{
    switch (standing) {
    case UndoItem::Standing::Restored:
        return "restored"_L1;
    case UndoItem::Standing::Changed:
        return "changed"_L1;
    case UndoItem::Standing::Impossible:
        return "impossible"_L1;
    case UndoItem::Standing::Open:
        break;
    }
    return "open"_L1;
}

bool Undoing::Item::isChanged() const
{
    return std::ranges::any_of(lines, &UndoLine::isChanged);
}

UndoItem Undoing::Item::shown() const
{
    using enum UndoItem::Standing;
    if (steps.isEmpty())
        return {.target = target, .standing = Restored, .problem = {}};
    if (problem)
        return {.target = target, .standing = Impossible, .problem = problem->message};
    if (isChanged())
        return {.target = target, .standing = Changed, .problem = changedSince(lines)};
    return {.target = target, .standing = Open, .problem = {}};
}

UndoPreview Undoing::Plan::preview() const
{
    UndoPreview preview;
    preview.state = state;
    if (state == UndoState::Expired)
        preview.problem = u"What was there before is not kept any more."_s;
    if (state == UndoState::Done)
        preview.problem = u"It is undone already."_s;
    for (const Item &item : items) {
        preview.lines += item.lines;
        preview.isChanged = preview.isChanged || item.isChanged();
        if (items.size() > 1)
            preview.items.append(item.shown());
    }
    return preview;
}

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

QCoro::Task<Undoing::Item> Undoing::planned(Item item, CancellationToken cancellation)
{
    QHash<QString, QJsonObject> assumed; // by what is read
    for (const UndoStep &step : std::as_const(item.steps)) {
        auto way = wayOf(step);
        if (!way) {
            item.problem = way.error();
            co_return item;
        }
        const auto now = co_await stateNow(
            *way->rules, way->write, way->connection, personOf(step.userId), cancellation);
        if (!now) {
            item.problem = now.error();
            co_return item;
        }
        way->now = *now;
        const QString thing = way->kind->reading(way->write).path;
        const QJsonObject known = assumed.value(thing);
        for (auto field = known.begin(); field != known.end(); ++field) {
            if (way->now.contains(field.key()))
                way->now.insert(field.key(), field.value());
        }
        item.lines += linesOf(step, way->write, way->now, *way->rules);
        assume(assumed, thing, way->write);
        item.ways.append(*way);
    }
    co_return item;
}

QCoro::Task<Result<Undoing::Plan>> Undoing::plan(QString userId,
                                                 QString callId,
                                                 CancellationToken cancellation)
{
    const auto steps = m_store.steps(userId, callId);
    if (!steps)
        co_return failure(steps.error());
    Plan plan;
    plan.state = steps->isEmpty() ? UndoState::Expired : UndoState::Done;
    QList<Item> items;
    for (const UndoStep &step : *steps) {
        auto item = std::ranges::find(items, step.target, &Item::target);
        if (item == items.end()) {
            items.append(Item{.target = step.target});
            item = items.end() - 1;
        }
        if (step.state == UndoState::Done)
            continue;
        plan.state = UndoState::Open;
        item->steps.append(step);
    }
    for (const Item &item : std::as_const(items)) {
        const Item done = co_await planned(item, cancellation);
        if (done.problem && (items.size() == 1 || isOurFault(done.problem->code)))
            co_return failure(*done.problem);
        plan.items.append(done);
    }
    co_return plan;
}

QCoro::Task<Result<UndoPreview>> Undoing::look(QString userId,
                                               QString callId,
                                               CancellationToken cancellation)
{
    const auto planned = co_await plan(userId, callId, cancellation);
    if (planned)
        co_return planned->preview();
    if (isOurFault(planned.error().code))
        co_return failure(planned.error());
    UndoPreview preview;
    preview.problem = planned.error().message;
    co_return preview;
}

QString Undoing::whyNot(const QString &userId,
                        const QString &connectionId,
                        const QString &tool) const
{
    const auto connection = m_connections.findUsable(userId, connectionId);
    if (connection && !m_keeper.rulesFor(connection->provider))
        return u"This cannot be undone: Fairlead does not know what %1 changes at %2, or how to "
               "change it back. Do that there."_s.arg(tool, connection->name);
    return u"This cannot be undone: it changed nothing, or nothing that can be put back, or undo "
           "was off."_s;
}

QCoro::Task<Result<UndoPreview>> Undoing::undo(QString userId,
                                               QString callId,
                                               UndoForce force,
                                               CancellationToken cancellation)
{
    const auto isOwn = m_running.contains(callId) ? Result<bool>(false) : m_store.takeTurn(callId);
    if (!isOwn)
        co_return failure(isOwn.error());
    if (!*isOwn)
        co_return failure(ErrorCode::Conflict, u"It is being undone just now."_s);
    m_running.insert(callId);
    auto undone = co_await undoOnce(userId, callId, force, cancellation);
    m_running.remove(callId);
    m_store.endTurn(callId);
    co_return undone;
}

QCoro::Task<Result<UndoPreview>> Undoing::undoOnce(QString userId,
                                                   QString callId,
                                                   UndoForce force,
                                                   CancellationToken cancellation)
{
    const auto planned = co_await plan(userId, callId, cancellation);
    if (!planned)
        co_return failure(planned.error());
    UndoPreview preview = planned->preview();
    if (preview.state != UndoState::Open)
        co_return failure(ErrorCode::Conflict, preview.problem);
    if (preview.items.isEmpty() && preview.isChanged && force == UndoForce::No)
        co_return failure(
            ErrorCode::Conflict,
            u"Nothing was undone: %1 changed since. Look at what was kept and at what "
            "is there now, and undo it by force if that is still wanted."_s.arg(
                changedFields(preview.lines)));
    bool isAnyUndone = false;
    preview.state = UndoState::Done;
    for (qsizetype at = 0; at < planned->items.size(); ++at) {
        Item item = planned->items.at(at);
        if (item.steps.isEmpty())
            continue;
        // What is there now: the ones before it took their time.
        if (planned->items.size() > 1) {
            const Item left{.target = item.target, .steps = item.steps};
            item = co_await this->planned(left, cancellation);
        }
        const auto done = co_await putBack(item, force, cancellation);
        if (!done && preview.items.isEmpty())
            co_return failure(done.error());
        if (!preview.items.isEmpty())
            preview.items[at] = outcomeOf(item.shown(), force, done);
        if (!done) {
            preview.state = UndoState::Open;
            continue;
        }
        isAnyUndone = true;
        Q_EMIT undone(item.steps.last());
    }
    if (!isAnyUndone)
        co_return failure(nothingUndone(preview.items));
    co_return preview;
}

QCoro::Task<Result<>> Undoing::putBack(Item item, UndoForce force, CancellationToken cancellation)
{
    if (item.problem)
        co_return failure(*item.problem);
    if (item.isChanged() && force == UndoForce::No)
        co_return failure(ErrorCode::Conflict, changedSince(item.lines));
    qsizetype done = 0;
    for (const Way &way : std::as_const(item.ways)) {
        const auto carriedOut = co_await carryOut(way, cancellation);
        if (!carriedOut) {
            Error error = carriedOut.error();
            if (done > 0)
                error.message = u"Only %1 of %2 changes were undone. Then: %3"_s.arg(done)
                                    .arg(item.ways.size())
                                    .arg(error.message);
            co_return failure(error);
        }
        ++done;
    }
    co_return Result<>();
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
