// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/pinnedtools.h"

#include "server/base/text.h"
#include "server/gateway/tooleffect.h"
#include "server/store/database.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

constexpr std::array stateNames{"approved"_L1, "new"_L1, "changed"_L1, "gone"_L1};
constexpr qsizetype shownName = 64;

/** A null QString would be stored as NULL. */
QString stored(const QByteArray &bytes)
{
    return bytes.isEmpty() ? u""_s : QString::fromUtf8(bytes);
}

Result<> done(const Result<qint64> &outcome)
{
    return outcome.map([](qint64) {});
}

PinnedTool toolFrom(const store::Row &row)
{
    PinnedTool tool{.name = row.text(u"name"_s),
                    .approved = row.text(u"approved"_s).toUtf8(),
                    .offered = row.text(u"offered"_s).toUtf8(),
                    .isOn = row.number(u"is_on"_s) != 0,
                    .effect = effectFromName(row.text(u"effect"_s))};
    // Somebody else than we has written it.
    if (fingerprint(tool.approved) != row.text(u"approved_hash"_s).toLatin1())
        tool.approved.clear();
    return tool;
}

} // namespace

PinnedTool::State PinnedTool::state() const
{
    if (offered.isEmpty())
        return State::Gone;
    if (approved.isEmpty())
        return State::New;
    return approved == offered ? State::Approved : State::Changed;
}

QLatin1StringView stateName(PinnedTool::State state)
{
    return stateNames.at(static_cast<size_t>(state));
}

PinnedTools::PinnedTools(store::Database &database)
    : m_database(database)
{}

Result<> PinnedTools::addServer(const QString &connectionId, const QString &prefix)
{
    const auto known = prefixOf(connectionId);
    if (!known)
        return failure(known.error());
    if (!known->isEmpty())
        return {};
    return done(
        m_database.execute(u"INSERT INTO upstream_servers (connection_id, prefix) VALUES (?, ?)"_s,
                           {connectionId, prefix}));
}

Result<QString> PinnedTools::prefixOf(const QString &connectionId) const
{
    const auto rows = m_database.select(
        u"SELECT prefix FROM upstream_servers WHERE connection_id = ?"_s, {connectionId});
    if (!rows)
        return failure(rows.error());
    return rows->isEmpty() ? QString() : rows->first().text(u"prefix"_s);
}

Result<QStringList> PinnedTools::prefixesOfUser(const QString &userId) const
{
    const auto rows = m_database.select(
        u"SELECT prefix FROM upstream_servers JOIN pm_provider_connections ON id = connection_id "
        "WHERE user_id = ?"_s,
        {userId});
    if (!rows)
        return failure(rows.error());
    QStringList prefixes;
    for (const store::Row &row : *rows)
        prefixes.append(row.text(u"prefix"_s));
    return prefixes;
}

Result<QList<PinnedTool>> PinnedTools::list(const QString &connectionId) const
{
    const auto rows = m_database.select(
        u"SELECT name, approved, approved_hash, offered, is_on, effect FROM upstream_tools "
        "WHERE connection_id = ? ORDER BY name"_s,
        {connectionId});
    if (!rows)
        return failure(rows.error());
    QList<PinnedTool> tools;
    for (const store::Row &row : *rows)
        tools.append(toolFrom(row));
    return tools;
}

Result<> PinnedTools::insert(const QString &connectionId,
                             const OfferedTool &tool,
                             Approval approval)
{
    const QByteArray approved = approval == Approval::Given ? tool.definition : QByteArray();
    return done(
        m_database.execute(u"INSERT INTO upstream_tools (connection_id, name, approved, "
                           "approved_hash, offered, is_on, effect) VALUES (?, ?, ?, ?, ?, 1, '')"_s,
                           {connectionId,
                            tool.name,
                            stored(approved),
                            QString::fromLatin1(fingerprint(approved)),
                            stored(tool.definition)}));
}

Result<> PinnedTools::noteOffer(const QString &connectionId,
                                const QList<OfferedTool> &tools,
                                Approval approval)
{
    const auto known = list(connectionId);
    if (!known)
        return failure(known.error());
    return m_database.transaction([&]() -> Result<> {
        for (const PinnedTool &tool : *known) {
            const auto now = std::ranges::find(tools, tool.name, &OfferedTool::name);
            const QByteArray offered = now == tools.end() ? QByteArray() : now->definition;
            if (offered == tool.offered)
                continue;
            const auto changed =
                change(connectionId, tool.name, u"offered = ?"_s, {stored(offered)});
            if (!changed)
                return changed;
        }
        for (const OfferedTool &tool : tools) {
            if (std::ranges::find(*known, tool.name, &PinnedTool::name) != known->end())
                continue;
            if (auto inserted = insert(connectionId, tool, approval); !inserted)
                return inserted;
        }
        return {};
    });
}

Result<> PinnedTools::change(const QString &connectionId,
                             const QString &name,
                             const QString &columns,
                             const QVariantList &values)
{
    const auto changed = m_database.execute(
        u"UPDATE upstream_tools SET %1 WHERE connection_id = ? AND name = ?"_s.arg(columns),
        values + QVariantList{connectionId, name});
    if (!changed)
        return failure(changed.error());
    if (*changed == 0) {
        return failure(ErrorCode::NotFound,
                       u"This server has no tool “%1”. List its tools to see what they are "
                       "called."_s.arg(cleanedLine(name, shownName)));
    }
    return {};
}

Result<> PinnedTools::approve(const QString &connectionId,
                              const QString &name,
                              const QByteArray &shown)
{
    const auto tools = list(connectionId);
    if (!tools)
        return failure(tools.error());
    const auto tool = std::ranges::find(*tools, name, &PinnedTool::name);
    if (tool != tools->end() && fingerprint(tool->offered) != shown) {
        return failure(ErrorCode::Conflict,
                       u"The server has changed “%1” again in the meantime. Look at it once "
                       "more."_s.arg(cleanedLine(name, shownName)));
    }
    return change(connectionId,
                  name,
                  u"approved = offered, approved_hash = ?"_s,
                  {QString::fromLatin1(shown)});
}

Result<> PinnedTools::setOn(const QString &connectionId, const QString &name, bool isOn)
{
    return change(connectionId, name, u"is_on = ?"_s, {isOn ? 1 : 0});
}

Result<> PinnedTools::setEffect(const QString &connectionId,
                                const QString &name,
                                std::optional<tools::ToolEffect> effect)
{
    return change(
        connectionId, name, u"effect = ?"_s, {effect ? QString(effectName(*effect)) : u""_s});
}

} // namespace fairlead::gateway
