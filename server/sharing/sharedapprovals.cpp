// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedapprovals.h"

#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace fairlead::sharing {
namespace {

Q_LOGGING_CATEGORY(lcSharing, "fairlead.server.sharing")

using tools::ApprovalAnswer;
using tools::ApprovalRequest;

constexpr std::chrono::milliseconds lifeInterval{1000};
/** What is over is settled in this time by the instance that was first to notice. */
constexpr qint64 secondsToSettle = 5 * 60;

/** Conditions on the rows of an instance that has not ended; the value of one is this instance. */
const QString isHeld = u"fairlead_life(instance) IN (SELECT fairlead_held())"_s;
const QString isAlive = u"(instance = ? OR %1)"_s.arg(isHeld);

QJsonArray toJson(const QList<tools::ChangedField> &fields)
{
    QJsonArray json;
    for (const tools::ChangedField &field : fields)
        json.append(QJsonArray{field.argument, field.name, field.before});
    return json;
}

/** What a person is shown, and what an answer is bound to. */
QJsonObject toJson(const ApprovalRequest &request)
{
    return {{u"user_id"_s, request.caller.userId},
            {u"key_id"_s, request.caller.keyId},
            {u"key_prefix"_s, request.caller.keyPrefix},
            {u"key_name"_s, request.caller.keyName},
            {u"client_name"_s, request.caller.clientName},
            {u"tool"_s, request.tool.name},
            {u"title"_s, request.tool.title},
            {u"service"_s, request.tool.service},
            {u"effect"_s, static_cast<int>(request.tool.effect)},
            {u"arguments"_s, request.arguments},
            {u"fields"_s, toJson(request.change.fields)},
            {u"problem"_s, request.change.problem},
            {u"asked_at"_s, store::toStored(request.askedAt).toString()},
            {u"ends_at"_s, store::toStored(request.endsAt).toString()}};
}

ApprovalRequest fromJson(const QString &id, const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView name) { return json.value(name).toString(); };
    ApprovalRequest request{.id = id, .arguments = json.value("arguments"_L1).toObject()};
    request.caller.userId = text("user_id"_L1);
    request.caller.keyId = text("key_id"_L1);
    request.caller.keyPrefix = text("key_prefix"_L1);
    request.caller.keyName = text("key_name"_L1);
    request.caller.clientName = text("client_name"_L1);
    request.tool.name = text("tool"_L1);
    request.tool.title = text("title"_L1);
    request.tool.service = text("service"_L1);
    request.tool.effect = tools::ToolEffect(json.value("effect"_L1).toInt());
    const QJsonArray fields = json.value("fields"_L1).toArray();
    for (const auto &field : fields)
        request.change.fields.append({.argument = field[0].toString(),
                                      .name = field[1].toString(),
                                      .before = field[2].toString()});
    request.change.problem = text("problem"_L1);
    request.askedAt = store::fromStored(text("asked_at"_L1));
    request.endsAt = store::fromStored(text("ends_at"_L1));
    return request;
}

bool isOne(qint64 rows)
{
    return rows == 1;
}

void warnUnless(const Result<> &done)
{
    if (!done)
        qCWarning(lcSharing).noquote() << done.error().message;
}

} // namespace

SharedApprovals::SharedApprovals(store::Database &database,
                                 secrets::Vault &vault,
                                 const Clock &clock,
                                 QString instance)
    : m_database(database)
    , m_vault(vault)
    , m_texts(database, vault, u"asked_approvals"_s, u"approval"_s)
    , m_clock(clock)
    , m_instance(std::move(instance))
{
    connect(&m_lifeTimer, &QTimer::timeout, this, [this] {
        static_cast<void>(live().and_then([this] { return writePresence(); }));
    });
}

SharedApprovals::~SharedApprovals() = default;

QString SharedApprovals::now() const
{
    return store::toStored(m_clock.now()).toString();
}

Result<QString> SharedApprovals::markOf(const QByteArray &fingerprint) const
{
    return m_vault.derivedKey("approval marks").map([&fingerprint](const Secret &key) {
        return QString::fromLatin1(
            QMessageAuthenticationCode::hash(fingerprint, key.reveal(), QCryptographicHash::Sha256)
                .toHex());
    });
}

/** Says from now on that this instance has not ended; again after each loss of the connection. Then
 * others may have taken it for ended meanwhile. */
Result<> SharedApprovals::live()
{
    if (!m_lifeTimer.isActive())
        m_lifeTimer.start(lifeInterval);
    const auto taken =
        m_database.select(u"SELECT pg_advisory_lock_shared(life) AS taken FROM fairlead_life(?) AS "
                          "life WHERE life NOT IN (SELECT fairlead_held(pg_backend_pid()))"_s,
                          {m_instance});
    if (!taken)
        return failure(taken.error());
    if (!taken->isEmpty())
        m_isPresenceWritten = false;
    return {};
}

Result<bool> SharedApprovals::put(const QByteArray &fingerprint, const ApprovalRequest &request)
{
    const auto mark = markOf(fingerprint);
    if (!mark)
        return failure(mark.error());
    if (const auto alive = live(); !alive)
        return failure(alive.error());
    bool isFirst = false;
    const auto added = m_database.transaction([&] { return add(*mark, request, isFirst); },
                                              store::Durability::Process);
    return added.map([&isFirst] { return isFirst; });
}

Result<> SharedApprovals::add(const QString &mark, const ApprovalRequest &request, bool &isFirst)
{
    const auto cleared = m_texts.removeRows(
        u"call_mark = ? AND (ends_at <= ? OR NOT %1)"_s.arg(isAlive), {mark, now(), m_instance});
    if (!cleared)
        return failure(cleared.error());
    const QByteArray shown = QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
    const auto added = m_database.execute(
        u"INSERT INTO asked_approvals (id, call_mark, user_id, key_id, instance, bytes, ends_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (call_mark) DO NOTHING"_s,
        {request.id,
         mark,
         request.caller.userId,
         request.caller.keyId,
         m_instance,
         shown.size(),
         store::toStored(request.endsAt)});
    if (!added)
        return failure(added.error());
    isFirst = *added == 1;
    return isFirst ? m_texts.put(request.id, shown) : Result<>();
}

Result<QList<tools::SharedQuestions::Entry>> SharedApprovals::list() const
{
    const auto rows = m_database.select(
        u"SELECT id, call_mark, answer FROM asked_approvals WHERE ends_at > ? AND "_s + isAlive,
        {now(), m_instance});
    if (!rows)
        return failure(rows.error());
    QList<Entry> entries;
    for (const store::Row &row : *rows) {
        const QString id = row.text(u"id"_s);
        entries.append({.id = id,
                        .answer = tools::answerFromName(row.text(u"answer"_s)),
                        .isUsed = row.text(u"call_mark"_s) == id});
    }
    return entries;
}

Result<ApprovalRequest> SharedApprovals::read(const QString &id) const
{
    const auto rows = m_database.select(u"SELECT bytes FROM asked_approvals WHERE id = ?"_s, {id});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such question any more."_s);
    return m_texts.get(id, rows->first().number(u"bytes"_s)).map([&id](const QByteArray &text) {
        return fromJson(id, QJsonDocument::fromJson(text).object());
    });
}

Result<bool> SharedApprovals::answer(const QString &id, ApprovalAnswer answer)
{
    const auto answered = m_database.execute(
        u"UPDATE asked_approvals SET answer = ? WHERE id = ? AND answer IS NULL AND "
        "ends_at > ? AND "_s
            + isAlive,
        {QString(tools::answerName(answer)), id, now(), m_instance});
    if (answered)
        return isOne(*answered);
    // It may be in force all the same, where only the server's word on that was lost.
    const auto stored =
        m_database.select(u"SELECT id FROM asked_approvals WHERE id = ? AND answer = ?"_s,
                          {id, QString(tools::answerName(answer))});
    if (!stored || stored->isEmpty())
        return failure(answered.error());
    return true;
}

Result<bool> SharedApprovals::use(const QString &id)
{
    // What was said of more than one call stays until its time is over, so that each instance hears
    // of it.
    const auto kept = m_database.execute(
        u"UPDATE asked_approvals SET call_mark = id WHERE id = ? AND answer <> ?"_s,
        {id, QString(tools::answerName(ApprovalAnswer::Once))});
    if (!kept)
        return failure(kept.error());
    return *kept == 1 ? Result<bool>(true) : remove(id);
}

Result<bool> SharedApprovals::remove(const QString &id)
{
    return m_texts.removeRows(u"id = ?"_s, {id}).map([](qint64 pieces) { return pieces > 0; });
}

Result<> SharedApprovals::endOld()
{
    const QDateTime before = m_clock.now().addSecs(-secondsToSettle);
    return m_database.transaction(
        [&] {
            return m_texts.removeRows(u"ends_at <= ?"_s, {store::toStored(before)}).map([](qint64) {
            });
        },
        store::Durability::Process);
}

void SharedApprovals::forgetKey(const QString &keyId)
{
    warnUnless(m_texts.removeRows(u"key_id = ?"_s, {keyId}).map([](qint64) {}));
}

void SharedApprovals::setPresent(const QString &userId, bool isPresent)
{
    if (isPresent)
        m_present.insert(userId);
    else
        m_present.remove(userId);
    m_isPresenceWritten = false;
    warnUnless(live().and_then([this] { return writePresence(); }));
}

/** Unless it is; with what instances that have ended have left. Has others look at the questions
 * from here again, too, which they may have taken for gone. */
Result<> SharedApprovals::writePresence()
{
    if (m_isPresenceWritten)
        return {};
    const auto written = m_database.transaction(
        [this]() -> Result<> {
            const auto cleared = m_database.execute(
                u"DELETE FROM approval_presence WHERE instance = ? OR NOT "_s + isHeld,
                {m_instance});
            if (!cleared)
                return failure(cleared.error());
            const auto told = m_database.execute(
                u"UPDATE asked_approvals SET instance = instance WHERE instance = ?"_s,
                {m_instance});
            if (!told)
                return failure(told.error());
            QList<QVariantList> rows;
            for (const QString &userId : std::as_const(m_present))
                rows.append({m_instance, userId});
            return m_database.executeEach(
                u"INSERT INTO approval_presence (instance, user_id) VALUES (?, ?)"_s, rows);
        },
        store::Durability::Process);
    m_isPresenceWritten = written.has_value();
    return written;
}

Result<bool> SharedApprovals::isSomebodyThere(const QString &userId) const
{
    const auto rows =
        m_database.select(u"SELECT 1 AS there FROM approval_presence WHERE user_id = ? AND %1 "
                          "LIMIT 1"_s.arg(isHeld),
                          {userId});
    return rows.map([](const QList<store::Row> &found) { return !found.isEmpty(); });
}

} // namespace fairlead::sharing
