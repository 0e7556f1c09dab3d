// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/leases/plaincredentials.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::leases {
namespace {

constexpr qsizetype longestValue = 16LL * 1024;
constexpr qsizetype mostOfAUser = 200;
constexpr qsizetype shownName = 60;

QString secretId(const QString &id)
{
    return u"credential/"_s + id;
}

Result<> checkName(const QString &service)
{
    static const QRegularExpression name(u"\\A[a-z][a-z0-9_-]{0,39}\\z"_s);
    if (name.match(service).hasMatch())
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"“%1” cannot be the name of a credential: it begins with a small letter and "
                   "has small letters, digits, - and _ only, at most 40, such as openai."_s.arg(
                       cleanedLine(service, shownName)));
}

Result<> checkValue(const Secret &value)
{
    const QByteArray &text = value.reveal();
    const bool isPlain = !text.isEmpty() && text.size() <= longestValue && !text.contains('\0');
    if (isPlain && QString::fromUtf8(text).toUtf8() == text)
        return {};
    return failure(
        ErrorCode::InvalidInput,
        u"The value of a credential must be a text of 1 to %1 bytes."_s.arg(longestValue));
}

} // namespace

PlainCredentials::PlainCredentials(store::Database &database,
                                   secrets::Vault &vault,
                                   const Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_vault(vault)
    , m_clock(clock)
{}

Result<PlainCredential> PlainCredentials::put(const QString &userId,
                                              const QString &service,
                                              const Secret &value)
{
    if (const auto checked = checkName(service); !checked)
        return failure(checked.error());
    if (const auto checked = checkValue(value); !checked)
        return failure(checked.error());
    const auto all = list(userId);
    if (!all)
        return failure(all.error());
    const auto known = std::ranges::find(*all, service, &PlainCredential::service);
    if (known != all->end())
        return replace(*known, value);
    if (all->size() >= mostOfAUser)
        return failure(ErrorCode::InvalidInput,
                       u"There are %1 credentials already. Remove those that are not needed."_s.arg(
                           mostOfAUser));
    return add(userId, service, value);
}

Result<PlainCredential> PlainCredentials::add(const QString &userId,
                                              const QString &service,
                                              const Secret &value)
{
    const QDateTime now = m_clock.now();
    PlainCredential credential{.id = newId(u"crd_"),
                               .userId = userId,
                               .service = service,
                               .createdAt = now,
                               .changedAt = now};
    const auto kept = m_database.transaction([&]() -> Result<> {
        if (const auto sealed = m_vault.put(secretId(credential.id), value); !sealed)
            return failure(sealed.error());
        return m_database
            .execute(u"INSERT INTO plain_credentials (id, user_id, service, created_at, "
                     "changed_at) VALUES (?, ?, ?, ?, ?)"_s,
                     {credential.id, userId, service, store::toStored(now), store::toStored(now)})
            .map([](qint64) {});
    });
    if (!kept)
        return failure(kept.error());
    return credential;
}

Result<PlainCredential> PlainCredentials::replace(PlainCredential known, const Secret &value)
{
    known.changedAt = m_clock.now();
    const auto kept = m_database.transaction([&]() -> Result<> {
        const auto generation = m_vault.generation(secretId(known.id));
        if (!generation)
            return failure(generation.error());
        if (const auto sealed = m_vault.put(secretId(known.id), value, *generation); !sealed)
            return failure(sealed.error());
        return m_database
            .execute(u"UPDATE plain_credentials SET changed_at = ? WHERE id = ?"_s,
                     {store::toStored(known.changedAt), known.id})
            .map([](qint64) {});
    });
    if (!kept)
        return failure(kept.error());
    Q_EMIT changed();
    return known;
}

Result<QList<PlainCredential>> PlainCredentials::list(const QString &userId) const
{
    return select(u"user_id = ?"_s, {userId});
}

Result<QStringList> PlainCredentials::allIds() const
{
    return select(u"1 = 1"_s, {}).map([](const QList<PlainCredential> &all) {
        QStringList ids;
        for (const PlainCredential &credential : all)
            ids.append(credential.id);
        return ids;
    });
}

Result<PlainCredential> PlainCredentials::find(const QString &userId, const QString &service) const
{
    const auto found = select(u"user_id = ? AND service = ?"_s, {userId, service});
    if (!found)
        return failure(found.error());
    if (found->isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is no credential “%1”. Keep one by: fairleadctl connect credential "
                       "NAME"_s.arg(cleanedLine(service, shownName)));
    return found->first();
}

Result<Secret> PlainCredentials::value(const PlainCredential &credential) const
{
    auto stored = m_vault.get(secretId(credential.id));
    if (!stored)
        return failure(stored.error());
    return std::move(stored->secret);
}

Result<> PlainCredentials::remove(const QString &userId, const QString &service)
{
    const auto credential = find(userId, service);
    if (!credential)
        return failure(credential.error());
    const auto over = m_database.transaction([&]() -> Result<> {
        if (const auto removed = m_vault.remove(secretId(credential->id)); !removed)
            return removed;
        return m_database
            .execute(u"DELETE FROM plain_credentials WHERE id = ? AND user_id = ?"_s,
                     {credential->id, userId})
            .map([](qint64) {});
    });
    if (!over)
        return over;
    Q_EMIT changed();
    return {};
}

Result<QList<PlainCredential>> PlainCredentials::select(const QString &condition,
                                                        const QVariantList &values) const
{
    const auto rows = m_database.select(
        u"SELECT * FROM plain_credentials WHERE %1 ORDER BY service"_s.arg(condition), values);
    if (!rows)
        return failure(rows.error());
    QList<PlainCredential> all;
    for (const store::Row &row : *rows)
        all.append({.id = row.text(u"id"_s),
                    .userId = row.text(u"user_id"_s),
                    .service = row.text(u"service"_s),
                    .createdAt = store::fromStored(row.value(u"created_at"_s)),
                    .changedAt = store::fromStored(row.value(u"changed_at"_s))});
    return all;
}

} // namespace fairlead::leases
