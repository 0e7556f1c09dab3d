// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgressession.h"

#include "server/base/ids.h"
#include "server/store/postgreserrors.h"
#include "server/store/postgresoptions.h"

#include <QElapsedTimer>
#include <QLibrary>
#include <QLoggingCategory>
#include <QScopeGuard>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::store {
namespace {

Q_LOGGING_CATEGORY(lcStore, "fairlead.server.store")

// The server gives a statement up before we give up the server.
constexpr auto longestStatement = 5s;
constexpr auto longestAnswer = 7s;
constexpr auto longestWork = 10min;
constexpr int usualPort = 5432;
constexpr int rest = 4; // times what a failed try took: what is refused at once costs nothing
constexpr auto longestPause = 8s;
constexpr std::size_t mostPrepared = 300;

/** A lock of PostgreSQL's for this name, in the schema that the tables are in. */
QString lockNumber(const QString &name)
{
    return u"hashtextextended('fairlead/' || current_schema() || '/' || %1, 0)"_s.arg(name);
}

QString lockOf(Changes changes)
{
    return lockNumber(changes == Changes::OfAll ? u"'changes'"_s : u"'activity'"_s);
}

/** What SQLite takes in its own way and PostgreSQL does not. */
Result<QVariant> bindable(const QVariant &value)
{
    if (value.typeId() == QMetaType::Bool)
        return QVariant(value.toInt());
    if (value.typeId() == QMetaType::QString && value.toString().contains(QChar::Null))
        return failure(ErrorCode::InvalidInput,
                       u"A text with a null character in it cannot be stored. Take it out."_s);
    return value;
}

Error lostInTransaction(const Error &problem)
{
    return {.code = ErrorCode::Storage,
            .message = problem.message + u" Nothing of this change was stored."_s};
}

} // namespace

PostgresSession::PostgresSession(DatabaseAddress address, Changes changes)
    : m_address(std::move(address))
    , m_changes(changes)
    , m_longest(longestAnswer)
{}

PostgresSession::~PostgresSession()
{
    drop();
}

QString PostgresSession::instance()
{
    static const QString name = newId(u"ins_");
    return name;
}

Result<> PostgresSession::open()
{
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return failure(ErrorCode::Internal,
                       u"Qt's driver for PostgreSQL is missing. Install the package "
                       "libqt6sql6-psql, then start Fairlead again."_s);
    return connect();
}

Result<> PostgresSession::ready()
{
    if (m_failure)
        return failure(*m_failure);
    if (!m_name.isEmpty())
        return {};
    if (!m_nextTry.hasExpired())
        return failure(m_problem);
    return connect();
}

Result<> PostgresSession::connect()
{
    m_name = newId(u"database-");
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    database.setHostName(m_address.host());
    database.setPort(m_address.port());
    database.setDatabaseName(m_address.name());
    database.setConnectOptions(postgresOptions(m_address, instance()));
    QElapsedTimer timer;
    timer.start();
    m_watch.beginConnecting(m_address.port() < 0 ? usualPort : m_address.port(), longestAnswer);
    const bool isOpen =
        database.open(m_address.user(), QString::fromUtf8(m_address.password().reveal()));
    // Qt calls one open that was lost over the driver's own first questions.
    const bool isInTime = m_watch.end();
    if (isOpen && isInTime) {
        if (m_pause > 0ms)
            qCInfo(lcStore).noquote() << "The database" << m_address.shown() << "answers again";
        m_pause = 0ms;
        m_longest = longestAnswer;
        m_socket = socket();
        // Where the connection is lost over it, not for the next one, too.
        if (const auto work = std::exchange(m_connectedAgain, {})) {
            work();
            m_connectedAgain = work;
        }
        return m_name.isEmpty() ? failure(m_problem) : Result<>();
    }
    const QSqlError silence({}, u"it does not answer"_s);
    m_problem = unreachable(isInTime ? database.lastError() : silence, m_address);
    database = {};
    drop();
    if (m_pause == 0ms)
        qCWarning(lcStore).noquote() << m_problem.message;
    m_pause =
        std::clamp<std::chrono::milliseconds>(timer.elapsed() * rest * 1ms, 1ms, longestPause);
    m_nextTry.setRemainingTime(m_pause);
    return failure(m_problem);
}

void PostgresSession::drop()
{
    if (m_name.isEmpty())
        return;
    m_watch.end(); // its socket's number can be another's from here on
    // The driver first: without it the statements do not try to tell the server that they go.
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
    m_prepared.clear();
    m_socket = -1;
}

QSqlDatabase PostgresSession::handle() const
{
    return QSqlDatabase::database(m_name, false);
}

QSqlDriver *PostgresSession::driver() const
{
    return m_name.isEmpty() ? nullptr : handle().driver();
}

bool PostgresSession::listen(const QString &channel)
{
    m_watch.begin(m_socket, m_longest);
    const auto unwatched = qScopeGuard([this] { m_watch.end(); });
    return !m_name.isEmpty() && driver()->subscribeToNotification(channel);
}

/** Of the connection; -1 when it is not to be had, and then nothing watches over it. */
int PostgresSession::socket() const
{
    const QVariant connection = handle().driver()->handle();
    QLibrary library(u"pq"_s, 5);
    using SocketOf = int (*)(void *);
    const auto socketOf = reinterpret_cast<SocketOf>(library.resolve("PQsocket"));
    // Qt 6 names the type as libpq's header does, not by the alias that its documentation shows.
    const QByteArrayView type(connection.typeName());
    if (!socketOf || (type != "pg_conn*" && type != "PGconn*")) {
        qCWarning(lcStore) << "A database that stands still cannot be told from one that is slow";
        return -1;
    }
    return socketOf(*static_cast<void *const *>(connection.constData()));
}

/** Always an error: what is said of this one. */
Result<> PostgresSession::failed(const QSqlError &error)
{
    const bool isLost = endsConnection(error);
    const Error problem = explained(error, m_address);
    if (isLost) {
        qCWarning(lcStore).noquote() << problem.message;
        m_problem = problem;
        drop();
        m_nextTry.setRemainingTime(0ms);
    }
    if (!m_inTransaction)
        return failure(problem);
    m_failure = isLost ? lostInTransaction(problem) : problem;
    return failure(*m_failure);
}

Result<QSqlQuery *> PostgresSession::prepared(const QString &sql)
{
    if (const auto known = m_prepared.find(sql); known != m_prepared.end())
        return known->second.get();
    if (m_prepared.size() >= mostPrepared)
        m_prepared.clear();
    auto query = std::make_unique<QSqlQuery>(handle());
    if (!query->prepare(sql)) {
        const QSqlError error = query->lastError();
        query.reset();
        const auto told = failed(error);
        return failure(told.error());
    }
    return m_prepared.emplace(sql, std::move(query)).first->second.get();
}

Result<> PostgresSession::attempt(const QString &sql,
                                  const QVariantList &values,
                                  const Reader &read)
{
    if (auto connected = ready(); !connected)
        return connected;
    m_watch.begin(m_socket, m_longest);
    const auto unwatched = qScopeGuard([this] { m_watch.end(); });
    // PostgreSQL prepares nothing but queries and changes of rows.
    QSqlQuery plain(handle());
    const auto query = values.isEmpty() ? Result<QSqlQuery *>(&plain) : prepared(sql);
    if (!query)
        return failure(query.error());
    for (qsizetype i = 0; i < values.size(); ++i) {
        const auto value = bindable(values.at(i));
        if (!value)
            return failure(value.error());
        (*query)->bindValue(static_cast<int>(i), *value);
    }
    if (!(values.isEmpty() ? plain.exec(sql) : (*query)->exec())) {
        const QSqlError error = (*query)->lastError();
        plain.clear();
        return failed(error);
    }
    read(**query);
    (*query)->finish();
    return {};
}

Result<> PostgresSession::read(const QString &sql, const QVariantList &values, const Reader &read)
{
    auto done = attempt(sql, values, read);
    // That a server was started anew shows only when it is asked again.
    const bool isLost = !done && !m_inTransaction && m_name.isEmpty() && m_nextTry.hasExpired();
    return isLost ? attempt(sql, values, read) : done;
}

Result<QVariant> PostgresSession::value(const QString &sql, const QVariantList &values)
{
    QVariant first;
    const auto done = read(sql, values, [&first](QSqlQuery &query) {
        if (query.next())
            first = query.value(0);
    });
    if (!done)
        return failure(done.error());
    return first;
}

/** Changes wait for each other outside of transactions, too. */
Result<> PostgresSession::inTransaction(const std::function<Result<>()> &work)
{
    if (m_inTransaction)
        return work();
    auto done = begin(Durability::Full);
    if (!done)
        return done;
    done = work().and_then([this] { return commit(); });
    if (!done)
        rollback();
    return done;
}

Result<qint64> PostgresSession::change(const QString &sql, const QVariantList &values)
{
    qint64 changed = 0;
    const Reader count = [&changed](QSqlQuery &query) { changed = query.numRowsAffected(); };
    return inTransaction([&] { return attempt(sql, values, count); }).map([&changed] {
        return changed;
    });
}

Result<> PostgresSession::changeEach(const QString &sql, const QList<QVariantList> &rows)
{
    return inTransaction([&] {
        Result<> done;
        for (auto row = rows.begin(); done && row != rows.end(); ++row)
            done = attempt(sql, *row, [](QSqlQuery &) {});
        return done;
    });
}

/** In one go to the server and back. */
Result<> PostgresSession::sendAll(const QStringList &statements)
{
    if (auto connected = ready(); !connected)
        return connected;
    m_watch.begin(m_socket, m_longest);
    const auto unwatched = qScopeGuard([this] { m_watch.end(); });
    QSqlQuery query(handle());
    bool isDone = query.exec(statements.join(u"; "_s));
    for (qsizetype i = 1; isDone && i < statements.size(); ++i)
        isDone = query.nextResult();
    if (isDone)
        return {};
    const QSqlError error = query.lastError();
    query.clear();
    return failed(error);
}

Result<> PostgresSession::begin(Durability durability)
{
    QStringList statements{u"BEGIN ISOLATION LEVEL READ COMMITTED"_s};
    if (durability == Durability::Process)
        statements += u"SET LOCAL synchronous_commit = off"_s;
    statements += u"SELECT pg_advisory_xact_lock(%1)"_s.arg(lockOf(m_changes));
    auto begun = sendAll(statements);
    // Nothing has been changed yet, so a connection that was lost meanwhile costs nobody anything.
    if (!begun && m_name.isEmpty() && m_nextTry.hasExpired())
        begun = sendAll(statements);
    m_inTransaction = true;
    if (!begun)
        rollback();
    return begun;
}

Result<> PostgresSession::commit()
{
    // PostgreSQL would answer "done" to a commit and have taken everything back.
    if (m_failure)
        return failure(*m_failure);
    auto committed = sendAll({u"COMMIT"_s});
    if (!committed && m_name.isEmpty())
        return failure(
            ErrorCode::Storage,
            u"The connection to the database %1 was lost while a change was stored, so it "
            "is not known whether it was. Look, before you repeat it."_s.arg(m_address.shown()));
    m_inTransaction = !committed;
    return committed;
}

void PostgresSession::rollback()
{
    m_failure.reset();
    m_inTransaction = false;
    if (!m_name.isEmpty())
        static_cast<void>(sendAll({u"ROLLBACK"_s}));
}

Result<> PostgresSession::beginLongWork()
{
    m_longest = longestWork;
    return sendAll({u"SET statement_timeout = 0"_s});
}

Result<> PostgresSession::endLongWork()
{
    m_longest = longestAnswer;
    return sendAll(
        {u"SET statement_timeout = %1"_s.arg(std::chrono::milliseconds(longestStatement).count())});
}

Result<> PostgresSession::notify(const QString &channel, const QString &payload)
{
    const auto done = value(u"SELECT pg_notify(?, ?)"_s, {channel, payload});
    return done.map([](const QVariant &) {});
}

Result<bool> PostgresSession::tryLock(const QString &name)
{
    const QString sql = u"SELECT CASE WHEN pg_try_advisory_lock(%1) THEN 1 ELSE 0 END"_s;
    return value(sql.arg(lockNumber(u"?"_s)), {name}).map([](const QVariant &taken) {
        return taken.toInt() == 1;
    });
}

Result<> PostgresSession::unlock(const QString &name)
{
    const auto done = value(u"SELECT pg_advisory_unlock(%1)"_s.arg(lockNumber(u"?"_s)), {name});
    if (!done && !m_name.isEmpty()) {
        // Others wait for the lock, which is gone with the connection.
        m_problem = done.error();
        if (m_inTransaction)
            m_failure = lostInTransaction(m_problem);
        drop();
    }
    return done.map([](const QVariant &) {});
}

} // namespace fairlead::store
