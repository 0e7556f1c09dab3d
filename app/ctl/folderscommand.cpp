// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QDir>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "folders list";
constexpr char addUsage[] = "folders add DIR";
constexpr char removeUsage[] = "folders remove DIR";

QCoro::Task<int> listFolders(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/folders"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QString text;
    const QJsonArray folders = answer->value(u"folders"_s).toArray();
    for (const auto &folder : folders)
        text += QDir::toNativeSeparators(folder.toString()) + u'\n';
    context.output.result(text.isEmpty() ? u"No folder is approved for uploads and downloads. To "
                                           "approve one: fairleadctl folders add DIR"_s
                                         : text.chopped(1),
                          *answer);
    co_return Done;
}

QCoro::Task<int> addFolder(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), addUsage);
    const QJsonObject body{{u"path"_s, QDir().absoluteFilePath(parsed->positional(0))}};
    const auto answer = co_await context.api.call("POST"_ba, u"/api/folders"_s, body);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(
        u"AI tools may now upload files from %1 and all below it, and save files there."_s.arg(
            QDir::toNativeSeparators(answer->value(u"path"_s).toString())),
        *answer);
    co_return Done;
}

QCoro::Task<int> removeFolder(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), removeUsage);
    const QString path = QDir().absoluteFilePath(parsed->positional(0));
    const QString address =
        u"/api/folders?path="_s + QString::fromLatin1(QUrl::toPercentEncoding(path));
    const auto answer = co_await context.api.call("DELETE"_ba, address);
    if (!answer)
        co_return context.failed(answer.error());
    context.output.result(u"%1 is closed to AI tools again."_s.arg(QDir::toNativeSeparators(path)),
                          *answer);
    co_return Done;
}

constexpr std::array<SubCommand, 3> subCommands{{{"list", listUsage, listFolders},
                                                 {"add", addUsage, addFolder},
                                                 {"remove", removeUsage, removeFolder}}};

} // namespace

QCoro::Task<int> runFolders(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
