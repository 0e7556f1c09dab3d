// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "server/base/filewrite.h"
#include "server/clients/extension.h"
#include "server/settings/datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "clients list [--all]";
constexpr char previewUsage[] = "clients preview ID";
constexpr char addUsage[] = "clients add ID";
constexpr char removeUsage[] = "clients remove ID [--keep-key]";
constexpr char undoUsage[] = "clients undo ID";
constexpr char linkUsage[] = "clients link ID";
constexpr char extensionUsage[] = "clients extension FILE [--program FAIRLEADCTL]";
constexpr auto readableByAll = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;

QString clientPath(const QString &id, const QString &rest = {})
{
    return u"/api/clients/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + rest;
}

QString changeText(const QJsonObject &change)
{
    QString text = change.value(u"message"_s).toString();
    if (const QString backup = change.value(u"backup"_s).toString(); !backup.isEmpty())
        text += u"\nWhat was there before is in %1; “fairleadctl clients undo %2” brings it back."_s
                    .arg(QDir::toNativeSeparators(backup), change.value(u"id"_s).toString());
    return text;
}

QCoro::Task<int> listClients(Context context, QStringList arguments)
{
    const QStringList options{u"all"_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/clients"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s, u"CLIENT"_s, u"STATE"_s, u"WHAT IT MEANS"_s}};
    const QJsonArray clients = answer->value(u"clients"_s).toArray();
    for (const auto &client : clients) {
        const QString state = client[u"state"_s].toString();
        if (parsed->isSet(u"all"_s) || state != u"not_installed"_s)
            rows.append({client[u"id"_s].toString(),
                         client[u"name"_s].toString(),
                         QString(state).replace(u'_', u' '),
                         client[u"message"_s].toString()});
    }
    context.output.result(rows.size() == 1
                              ? u"No client that Fairlead knows was found on this "
                                "computer. To see all: fairleadctl clients list --all"_s
                              : table(rows),
                          *answer);
    co_return Done;
}

QCoro::Task<int> previewClient(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), previewUsage);
    const auto answer =
        co_await context.api.call("GET"_ba, clientPath(parsed->positional(0), u"/preview"_s));
    if (!answer)
        co_return context.failed(answer.error());
    QString text = u"%1 would be changed like this:\n%2"_s.arg(
        QDir::toNativeSeparators(answer->value(u"file"_s).toString()),
        answer->value(u"diff"_s).toString().trimmed());
    const QJsonArray notes = answer->value(u"notes"_s).toArray();
    for (const auto &note : notes)
        text += u'\n' + note.toString();
    context.output.result(text, *answer);
    co_return Done;
}

QCoro::Task<int> addClient(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), addUsage);
    const QJsonObject body;
    const auto answer =
        co_await context.api.call("POST"_ba, clientPath(parsed->positional(0)), body);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(changeText(*answer), *answer);
    co_return Done;
}

QCoro::Task<int> removeClient(Context context, QStringList arguments)
{
    const QStringList options{u"keep-key"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), removeUsage);
    const QString query = parsed->isSet(u"keep-key"_s) ? u"?keep_key=true"_s : QString();
    const auto answer =
        co_await context.api.call("DELETE"_ba, clientPath(parsed->positional(0), query));
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(changeText(*answer), *answer);
    co_return Done;
}

QCoro::Task<int> undoClient(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), undoUsage);
    const auto answer =
        co_await context.api.call("POST"_ba, clientPath(parsed->positional(0), u"/undo"_s));
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(
        u"%1 is as it was before. %2"_s.arg(
            QDir::toNativeSeparators(answer->value(u"file"_s).toString()), changeText(*answer)),
        *answer);
    co_return Done;
}

/** Prints it for the person to open: what opens a link puts it onto a command line. */
QCoro::Task<int> linkClient(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), linkUsage);
    const QJsonObject body;
    const auto answer =
        co_await context.api.call("POST"_ba, clientPath(parsed->positional(0), u"/link"_s), body);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(answer->value(u"link"_s).toString(), *answer);
    co_return Done;
}

/** Asks no instance: all that is in the extension is where this program is. */
QCoro::Task<int> writeExtension(Context context, QStringList arguments)
{
    const QStringList options{u"program="_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), extensionUsage);
    clients::ServerAddress address;
    address.bridgeProgram = parsed->isSet(u"program"_s) ? parsed->value(u"program"_s)
                                                        : QCoreApplication::applicationFilePath();
    const QString folder = context.api.dataFolder();
    if (folder != settings::DataFolder::resolvedPath({}))
        address.dataFolder = folder;
    const QString path = QDir().absoluteFilePath(parsed->positional(0));
    const QByteArray bundle =
        clients::extensionBundle(address, clients::Machine::current().platform);
    const auto written = durableWrite(path, bundle, readableByAll);
    if (!written)
        co_return context.failed(written.error());
    const QJsonObject json{{u"file"_s, path}, {u"program"_s, address.bridgeProgram}};
    context.output.result(
        u"Open %1 with Claude Desktop. It will ask for a key: fairleadctl keys create --name "
        "'Claude Desktop'"_s.arg(QDir::toNativeSeparators(path)),
        json);
    co_return Done;
}

constexpr std::array<SubCommand, 7> subCommands{{{"list", listUsage, listClients},
                                                 {"preview", previewUsage, previewClient},
                                                 {"add", addUsage, addClient},
                                                 {"remove", removeUsage, removeClient},
                                                 {"undo", undoUsage, undoClient},
                                                 {"link", linkUsage, linkClient},
                                                 {"extension", extensionUsage, writeExtension}}};

} // namespace

QCoro::Task<int> runClients(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
