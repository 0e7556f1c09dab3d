// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "server/clients/cursorconfiguration.h"

#include <QDateTime>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char createUsage[] =
    "keys create --name NAME [--access read|write|full] [--expires 90d] [--connection ID]… "
    "[--toolset NAME]… [--proxy] [--lease] [--ask never|destructive|writes]";
constexpr char listUsage[] = "keys list [--all]";
constexpr char renameUsage[] = "keys rename ID NAME";
constexpr char toolsetsUsage[] = "keys toolsets ID [NAME…|all|none]";
constexpr char rightsUsage[] = "keys rights ID [proxy|lease…|none]";
constexpr char askUsage[] = "keys ask ID never|destructive|writes";
constexpr char toolUsage[] = "keys tool ID TOOL allow|ask|deny|usual";
constexpr char rotateUsage[] = "keys rotate ID";
constexpr char revokeUsage[] = "keys revoke ID";

const QString keysPath = u"/api/users/me/mcp-keys"_s;

QString keyPath(const QString &id, const QString &action = {})
{
    return keysPath + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id)) + action;
}

/** The key, which is shown this once, and what to paste into Cursor. */
int showCreated(const Context &context, QJsonObject key)
{
    const QString secret = key.value(u"key"_s).toString();
    const QString url = context.api.instance().url.toString();
    key.insert(u"cursor"_s,
               clients::cursorConfiguration(url, secret, clients::Transport::StreamableHttp));
    key.insert(u"cursor_sse"_s, clients::cursorConfiguration(url, secret, clients::Transport::Sse));
    context.output.result(
        u"Key “%1” (%2): %3\n"
        "It is shown this once. For Cursor, put this into ~/.cursor/mcp.json:\n\n%4\n\n"
        "or, for clients that know only HTTP+SSE:\n\n%5"_s.arg(
            key.value(u"name"_s).toString(),
            key.value(u"id"_s).toString(),
            secret,
            clients::cursorConfigurationText(url, secret, clients::Transport::StreamableHttp),
            clients::cursorConfigurationText(url, secret, clients::Transport::Sse)),
        key);
    return Done;
}

QCoro::Task<int> createKey(Context context, QStringList arguments)
{
    const QStringList options{u"name="_s,
                              u"access="_s,
                              u"expires="_s,
                              u"connection="_s,
                              u"toolset="_s,
                              u"proxy"_s,
                              u"lease"_s,
                              u"ask="_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), createUsage);
    if (!parsed->isSet(u"name"_s))
        co_return context.misused(
            {.code = ErrorCode::InvalidInput, .message = u"--name is missing."_s}, createUsage);
    QJsonObject body{{u"name"_s, parsed->value(u"name"_s)}};
    if (parsed->isSet(u"access"_s))
        body.insert(u"access"_s, parsed->value(u"access"_s));
    if (parsed->isSet(u"connection"_s))
        body.insert(u"connections"_s, QJsonArray::fromStringList(parsed->values(u"connection"_s)));
    if (parsed->isSet(u"toolset"_s))
        body.insert(u"toolsets"_s, QJsonArray::fromStringList(parsed->values(u"toolset"_s)));
    if (parsed->isSet(u"ask"_s))
        body.insert(u"asks"_s, parsed->value(u"ask"_s));
    QJsonArray rights;
    for (const auto &right : {u"proxy"_s, u"lease"_s}) {
        if (parsed->isSet(right))
            rights.append(right);
    }
    body.insert(u"rights"_s, rights);
    if (parsed->isSet(u"expires"_s)) {
        const auto seconds = parseDuration(parsed->value(u"expires"_s));
        if (!seconds)
            co_return context.misused(seconds.error(), createUsage);
        body.insert(u"expires_in"_s, *seconds);
    }
    const auto key = co_await context.api.call("POST"_ba, keysPath, body);
    co_return key ? showCreated(context, *key) : context.failed(key.error());
}

QString keyState(const QJsonValue &key)
{
    if (key[u"revoked_at"_s].isString())
        return u"revoked"_s;
    const QDateTime expiry = QDateTime::fromString(key[u"expires_at"_s].toString(), Qt::ISODate);
    const bool isOver = expiry.isValid() && expiry <= QDateTime::currentDateTimeUtc();
    return isOver ? u"expired"_s : u"in force"_s;
}

/** "write", or "write, proxy". */
QString accessText(const QJsonValue &key)
{
    QStringList words{key[u"access"_s].toString()};
    const QJsonArray rights = key[u"rights"_s].toArray();
    for (const auto &right : rights)
        words.append(right.toString());
    return words.join(u", "_s);
}

QStringList keyRow(const QJsonValue &key)
{
    return {key[u"id"_s].toString(),
            key[u"name"_s].toString(),
            key[u"prefix"_s].toString() + u'…',
            accessText(key),
            key[u"last_used_at"_s].toString(u"never"_s),
            key[u"last_client"_s].toString(),
            key[u"expires_at"_s].toString(u"never"_s),
            keyState(key)};
}

QCoro::Task<int> listKeys(Context context, QStringList arguments)
{
    const QStringList options{u"all"_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, keysPath);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s,
                             u"NAME"_s,
                             u"KEY"_s,
                             u"ACCESS"_s,
                             u"LAST USED"_s,
                             u"CLIENT"_s,
                             u"EXPIRES"_s,
                             u"STATE"_s}};
    const QJsonArray keys = answer->value(u"keys"_s).toArray();
    for (const auto &key : keys) {
        if (parsed->isSet(u"all"_s) || !key[u"revoked_at"_s].isString())
            rows.append(keyRow(key));
    }
    context.output.result(rows.size() == 1 ? u"There is no key."_s : table(rows), *answer);
    co_return Done;
}

QCoro::Task<int> renameKey(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), renameUsage);
    const QJsonObject body{{u"name"_s, parsed->positional(1)}};
    const auto key = co_await context.api.call("PATCH"_ba, keyPath(parsed->positional(0)), body);
    if (!key)
        co_return context.failed(key.error());
    context.output.result(u"Renamed to “%1”."_s.arg(key->value(u"name"_s).toString()), *key);
    co_return Done;
}

QString toolsetsText(const QJsonObject &key)
{
    QStringList names;
    const QJsonArray toolsets = key.value(u"toolsets"_s).toArray();
    for (const auto &name : toolsets)
        names.append(name.toString());
    return u"“%1” has the core tools%2."_s.arg(key.value(u"name"_s).toString(),
                                               names.isEmpty() ? u" alone"_s
                                                               : u" and "_s + names.join(u", "_s));
}

QCoro::Task<Result<QJsonObject>> keyOfId(Context context, QString id)
{
    const auto answer = co_await context.api.call("GET"_ba, keysPath);
    if (!answer)
        co_return failure(answer.error());
    const QJsonArray keys = answer->value(u"keys"_s).toArray();
    for (const auto &key : keys) {
        if (key[u"id"_s] == id)
            co_return key.toObject();
    }
    co_return failure(ErrorCode::NotFound,
                      u"There is no such key. List the keys to see their ids."_s);
}

QString rightsText(const QJsonObject &key)
{
    const QStringList rights = key.value(u"rights"_s).toVariant().toStringList();
    return u"“%1” has the rights: %2."_s.arg(key.value(u"name"_s).toString(),
                                             rights.isEmpty() ? u"none"_s : rights.join(u", "_s));
}

/** A key's list of names that is shown and replaced as a whole. */
struct KeyNames
{
    const char *usage;
    QString member; ///< of the key and of the body that changes it
    qsizetype most;
    QString (*text)(const QJsonObject &key);
};

/** Without names: shows them. With names: these from now on. */
QCoro::Task<int> changeNames(Context context, QStringList arguments, KeyNames kind)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1 + kind.most);
    if (!parsed)
        co_return context.misused(parsed.error(), kind.usage);
    const QString id = parsed->positional(0);
    QStringList names = arguments.mid(1);
    Result<QJsonObject> key;
    if (names.isEmpty()) {
        key = co_await keyOfId(context, id);
    } else {
        names.removeAll(u"none"_s);
        const QJsonObject body{{kind.member, QJsonArray::fromStringList(names)}};
        key = co_await context.api.call("PATCH"_ba, keyPath(id), body);
    }
    if (!key)
        co_return context.failed(key.error());
    context.output.result(kind.text(*key), *key);
    co_return Done;
}

QCoro::Task<int> changeToolsets(Context context, QStringList arguments)
{
    KeyNames toolsets{
        .usage = toolsetsUsage, .member = u"toolsets"_s, .most = 99, .text = toolsetsText};
    return changeNames(context, std::move(arguments), std::move(toolsets));
}

QCoro::Task<int> changeRights(Context context, QStringList arguments)
{
    KeyNames rights{.usage = rightsUsage, .member = u"rights"_s, .most = 2, .text = rightsText};
    return changeNames(context, std::move(arguments), std::move(rights));
}

QString askingText(const QJsonObject &key)
{
    const QString asks = key.value(u"asks"_s).toString();
    QString text =
        u"“%1” asks before %2."_s.arg(key.value(u"name"_s).toString(),
                                      asks == "writes"_L1            ? u"it changes anything"_s
                                          : asks == "destructive"_L1 ? u"it deletes or overwrites"_s
                                                                     : u"nothing"_s);
    const QJsonObject tools = key.value(u"tools"_s).toObject();
    for (auto each = tools.begin(); each != tools.end(); ++each)
        text += u"\n%1: %2"_s.arg(each.key(), each.value().toString());
    return text;
}

QCoro::Task<int> changeApproval(Context context, QString id, QJsonObject body)
{
    const auto key = co_await context.api.call("PUT"_ba, keyPath(id, u"/approval"_s), body);
    if (!key)
        co_return context.failed(key.error());
    context.output.result(askingText(*key), *key);
    co_return Done;
}

QCoro::Task<int> changeAsking(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), askUsage);
    const QJsonObject body{{u"asks"_s, parsed->positional(1)}};
    co_return co_await changeApproval(context, parsed->positional(0), body);
}

QCoro::Task<int> changeTool(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 3, 3);
    if (!parsed)
        co_return context.misused(parsed.error(), toolUsage);
    const QString decision = parsed->positional(2);
    const QJsonValue value = decision == "usual"_L1 ? QJsonValue() : QJsonValue(decision);
    const QJsonObject tools{{parsed->positional(1), value}};
    const QJsonObject body{{u"tools"_s, tools}};
    co_return co_await changeApproval(context, parsed->positional(0), body);
}

QCoro::Task<int> rotateKey(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), rotateUsage);
    const auto key =
        co_await context.api.call("POST"_ba, keyPath(parsed->positional(0), u"/rotate"_s));
    co_return key ? showCreated(context, *key) : context.failed(key.error());
}

QCoro::Task<int> revokeKey(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), revokeUsage);
    const QString id = parsed->positional(0);
    const auto revoked = co_await context.api.call("DELETE"_ba, keyPath(id));
    if (!revoked)
        co_return context.failed(revoked.error());
    const QJsonObject answer{{u"revoked"_s, id}};
    context.output.result(u"Revoked %1. Its clients are disconnected."_s.arg(id), answer);
    co_return Done;
}

constexpr std::array<SubCommand, 9> subCommands{{{"create", createUsage, createKey},
                                                 {"ask", askUsage, changeAsking},
                                                 {"tool", toolUsage, changeTool},
                                                 {"list", listUsage, listKeys},
                                                 {"rename", renameUsage, renameKey},
                                                 {"toolsets", toolsetsUsage, changeToolsets},
                                                 {"rights", rightsUsage, changeRights},
                                                 {"rotate", rotateUsage, rotateKey},
                                                 {"revoke", revokeUsage, revokeKey}}};

} // namespace

QCoro::Task<int> runKeys(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
